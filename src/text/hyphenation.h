#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace doccord {

// How many bytes at `at` break a word in two: the hyphen U+2010 or the soft hyphen U+00AD, which
// typesetters put where they break it, a line end, and blanks around that. 0 when there is no such
// break before a small letter; a plain `-` at a line end may well be the word's own.
std::size_t hyphen_break_size(std::string_view text, std::size_t at);

// Adds a line to a text that is made of lines: behind a blank, or as the rest of the word that the
// text ends with when that was broken.
void append_wrapped(std::string& text, std::string_view line);

}  // namespace doccord
