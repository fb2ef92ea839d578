#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "report/results.h"

namespace doccord {

// The website: bytes by path. Paths are relative, with `/`, of names that are safe on any file
// system (site/slug.h).
struct Site {
  std::map<std::string, std::string> files;
};

// Told from time to time how many of how many are done, and of all when they are.
using Tick = std::function<void(std::size_t done, std::size_t all)>;

struct SiteOptions {
  std::string title;  // Empty: "5 documents compared".
  // Where the site will stand: "https://example.org/docs/". Links stay relative all the same; feed,
  // sitemap and canonical addresses need it.
  std::string address;
  // What the feed says of its age, as RFC 3339 has it; empty: the newest date of a document.
  std::string updated;
  // Templates and assets that replace the program's own or come on top, by path:
  // "templates/key.html", "assets/style/2-ground.css".
  std::map<std::string, std::string> files;
  Tick on_page;  // Called by build_site as files are made; may be empty.
};

// A file of the website that is yet to be made. `make` may be called from any thread, and gives the
// same bytes each time.
struct PlannedFile {
  std::string path;
  std::function<Result<std::string>()> make;
};

// A website that is made file by file, so that never all of it has to be in memory. What takes
// longest comes first.
struct SitePlan {
  std::vector<PlannedFile> files;
  std::vector<std::string> notes;  // What the site leaves out for the number of its documents.
};

// Every page and data file. The plan refers to results and options, which must outlive it. Two
// pages with one path are an error that names both, since neither could be left out. That a
// template of the options asks for what a page does not have is found when such a page is made; one
// of each kind is tried before.
Result<SitePlan> plan_site(const Results& results, const SiteOptions& options);

// The whole of it in memory. The same input gives the same bytes, on however many threads.
Result<Site> build_site(const Results& results, const SiteOptions& options = {});

// Makes each file and hands it to `take`, on as many threads as there are jobs; of the errors that
// either gives, the one of the first file comes out. `tick` is told how far it is; it may be empty.
using TakeFile = std::function<Result<void>(const std::string& path, std::string bytes)>;
Result<void> make_files(const SitePlan& plan, const TakeFile& take, const Tick& tick);

}  // namespace doccord
