#pragma once

#include <string>
#include <vector>

#include "site/links.h"
#include "site/site.h"

namespace doccord {

// The address of a page: the site's own when that is known, else as seen from the site's top.
std::string address_of(const SiteOptions& options, const std::string& path);

// An Atom feed with an entry for each discrepancy, whose id stays when the site is built anew.
std::string atom_feed(const Model& model, const Frame& frame, const SiteOptions& options);

// The pages among the paths, for search engines.
std::string sitemap(const std::vector<std::string>& paths, const SiteOptions& options);

std::string robots(const SiteOptions& options);

}  // namespace doccord
