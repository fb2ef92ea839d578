#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compare/comparisons.h"

namespace doccord {

// The words of a name in lower case: cut at `_`, `-`, `.`, blanks and camel humps, so that
// "NOT_FOUND", "NotFound" and "Not Found" have the same.
std::vector<std::string> name_words(std::string_view name);

// How two names relate that their sources' own prefixes have been taken from. Symmetric.
NameRelation relate_names(std::string_view a, std::string_view b);

}  // namespace doccord
