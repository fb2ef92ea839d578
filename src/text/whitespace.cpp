#include "text/whitespace.h"

#include "text/utf8.h"

namespace doccord {

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

std::size_t space_size(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return 0;
  const CodePoint c = code_point_at(text, offset);
  return is_space(c.value) ? c.size : 0;
}

std::string_view trim_left(std::string_view text) {
  while (const std::size_t size = space_size(text, 0)) text.remove_prefix(size);
  return text;
}

std::string_view trim_right(std::string_view text) {
  while (!text.empty()) {
    std::size_t start = text.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
    if (space_size(text, start) == 0) break;
    text.remove_suffix(text.size() - start);
  }
  return text;
}

std::string_view trim(std::string_view text) { return trim_left(trim_right(text)); }

bool is_blank(std::string_view text) { return trim_left(text).empty(); }

std::string collapse(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t size = space_size(text, i)) {
      pending = !out.empty();
      i += size;
      continue;
    }
    if (pending) out.push_back(' ');
    pending = false;
    const std::size_t size = code_point_at(text, i).size;
    out.append(text, i, size);
    i += size;
  }
  return out;
}

}  // namespace doccord
