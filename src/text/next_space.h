#pragma once

#include <cstddef>
#include <string_view>

#include "text/whitespace.h"

namespace doccord {

// Where the next white space begins, at `from` or behind it; the text's size where there is none.
inline std::size_t next_space(std::string_view text, std::size_t from) {
  while (from < text.size()) {
    const auto byte = static_cast<unsigned char>(text[from]);
    if (byte > ' ' && byte < 0x80) {
      ++from;
      continue;
    }
    const CodePoint c = code_point_at(text, from);
    if (is_space(c.value)) break;
    from += c.size;
  }
  return from;
}

}  // namespace doccord
