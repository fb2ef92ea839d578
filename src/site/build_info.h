#pragma once

#include <string>

#include "report/results.h"
#include "site/model.h"
#include "site/site.h"

namespace doccord {

// What the site was made from and by what, as JSON: version, documents with sizes and checksums,
// and how much was found.
std::string build_info(const Model& model, const SiteOptions& options);

// What a server that reads a file `_headers` is to send with every page: the pages' own policy, and
// what a page cannot say of itself.
std::string server_headers();

}  // namespace doccord
