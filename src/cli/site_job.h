#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/options.h"
#include "library/analyze.h"
#include "site/site.h"

namespace doccord {

// A site with the paths that it was made from: documents, configuration, acceptances, and what the
// command line names. When one of them changes, the site may.
struct MadeSite {
  Site site;
  std::vector<std::string> made_from;
};

// The whole way from the command line to a site in memory.
Gathered<MadeSite> make_site(const Options& options);

// A site that is yet to be made, with what it is made of.
struct SiteJob {
  Results results;
  SiteOptions options;
  SitePlan plan;  // Refers to the others, so a job stays where it is.
};

// The way to a site that is to be made file by file.
Gathered<std::unique_ptr<SiteJob>> plan_site_job(const Options& options);

}  // namespace doccord
