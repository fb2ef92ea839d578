#include "text/whitespace.h"

#include "text/next_space.h"

namespace doccord {

bool beyond_ascii::is_space(char32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
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

namespace {

// How much of the text is as collapse would leave it.
std::size_t collapsed_size(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const std::size_t size = space_size(text, i);
    if (size == 0) {
      i = next_space(text, i);
    } else if (text[i] == ' ' && i > 0 && i + 1 < text.size() && space_size(text, i + 1) == 0) {
      ++i;
    } else {
      break;
    }
  }
  return i;
}

}  // namespace

std::string collapse(std::string_view text) {
  // Nearly all texts are collapsed already.
  std::size_t i = collapsed_size(text);
  std::string out(text.substr(0, i));
  if (i == text.size()) return out;
  out.reserve(text.size());
  bool pending = false;
  while (i < text.size()) {
    if (const std::size_t size = space_size(text, i)) {
      pending = !out.empty();
      i += size;
      continue;
    }
    if (pending) out.push_back(' ');
    pending = false;
    const std::size_t begin = i;
    i = next_space(text, i);
    out.append(text, begin, i - begin);
  }
  return out;
}

}  // namespace doccord
