#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>

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
  Tick on_page;  // Called as pages are made; may be empty.
};

// Builds every page and data file. The same input gives the same bytes. Two pages with one path are
// an error that names both, since neither could be left out.
Result<Site> build_site(const Results& results, const SiteOptions& options = {});

}  // namespace doccord
