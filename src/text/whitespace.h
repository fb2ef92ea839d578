#pragma once

#include <string>
#include <string_view>

#include "text/utf8.h"

namespace doccord {

namespace beyond_ascii {
bool is_space(char32_t c);
}  // namespace beyond_ascii

// White space here is Unicode's, the no-break space and the byte order mark included.
inline bool is_space(char32_t c) {
  return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : beyond_ascii::is_space(c);
}

// How many bytes of white space start at `offset`: 0 when there is none.
inline std::size_t space_size(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return 0;
  const CodePoint c = code_point_at(text, offset);
  return is_space(c.value) ? c.size : 0;
}

std::string_view trim(std::string_view text);
std::string_view trim_left(std::string_view text);
std::string_view trim_right(std::string_view text);
bool is_blank(std::string_view text);

// Every run of white space becomes one blank; none stays at the ends.
std::string collapse(std::string_view text);

}  // namespace doccord
