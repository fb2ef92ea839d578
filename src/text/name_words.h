#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace doccord {

// The words of a name in lower case: cut at `_`, `-`, `.`, blanks and camel humps, so that
// "NOT_FOUND", "NotFound" and "Not Found" have the same.
std::vector<std::string> name_words(std::string_view name);

// Whether a new word begins at byte `at`, which is not the first, of a run of letters and figures:
// partialContent, HTTPVersion, Http2.
bool is_hump(std::string_view run, std::size_t at);

// What all names begin with, up to an underscore: "HTTP_STATUS_" of constants. Empty for no names.
std::string_view constant_prefix(const std::vector<std::string_view>& names);
// The same up to a camel hump: "Rcode" of "RcodeSuccess".
std::string_view camel_prefix(const std::vector<std::string_view>& names);

}  // namespace doccord
