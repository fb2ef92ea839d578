#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace doccord {

// The words of a name in lower case: cut at `_`, `-`, `.`, blanks and camel humps, so that
// "NOT_FOUND", "NotFound" and "Not Found" have the same.
std::vector<std::string> name_words(std::string_view name);

// What all names begin with, up to an underscore: "HTTP_STATUS_" of constants. Empty for no names.
std::string_view constant_prefix(const std::vector<std::string_view>& names);

}  // namespace doccord
