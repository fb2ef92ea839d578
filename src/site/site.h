#pragma once

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

struct SiteOptions {
  std::string title;  // Empty: "5 documents compared".
  // Templates and assets that replace the program's own or come on top, by path:
  // "templates/key.html", "assets/style/2-ground.css".
  std::map<std::string, std::string> files;
};

// Builds every page and data file. The same input gives the same bytes.
Result<Site> build_site(const Results& results, const SiteOptions& options = {});

}  // namespace doccord
