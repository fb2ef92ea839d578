#pragma once

#include <optional>
#include <string_view>

namespace doccord {

// The header fields that are known beforehand (compare/lexicon/header_names.def), in any case.

bool is_header_name(std::string_view word);

// The known header name that the word, written with hyphens as they are, is one slip away from:
// `WW-Authenticate` gives `WWW-Authenticate`. Nothing for words without a hyphen, which lie too
// close to other words, and for those that are header names themselves.
std::optional<std::string_view> near_header_name(std::string_view word);

}  // namespace doccord
