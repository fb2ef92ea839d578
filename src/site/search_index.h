#pragma once

#include <string>

#include "site/model.h"

namespace doccord {

// What the search looks through, as a script that hands it over: of each record its key, the name
// of its page's folder, its names and its texts. A script and not data, as a page that was opened
// from disk may load scripts but nothing else.
std::string search_index(const Model& model);

}  // namespace doccord
