#include "text/utf8.h"

#include <utf8proc.h>

#include <cstdint>
#include <cstring>

namespace doccord {
namespace {

const utf8proc_uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

utf8proc_category_t category(char32_t c) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

// Whether the next eight bytes are all ASCII.
bool is_ascii_word(std::string_view text, std::size_t at) {
  std::uint64_t word = 0;
  if (text.size() - at < sizeof word) return false;
  std::memcpy(&word, text.data() + at, sizeof word);
  return (word & 0x8080808080808080) == 0;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    if (is_ascii_word(text, i)) {
      i += sizeof(std::uint64_t);
      continue;
    }
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    utf8proc_int32_t c = 0;
    const auto size =
        utf8proc_iterate(bytes_of(text) + i, static_cast<utf8proc_ssize_t>(text.size() - i), &c);
    if (size <= 0) return i;
    i += static_cast<std::size_t>(size);
  }
  return std::nullopt;
}

CodePoint beyond_ascii::code_point_at(std::string_view text, std::size_t offset) {
  utf8proc_int32_t c = 0;
  const auto size = utf8proc_iterate(bytes_of(text) + offset,
                                     static_cast<utf8proc_ssize_t>(text.size() - offset), &c);
  if (size <= 0) return {0xFFFD, 1};
  return {static_cast<char32_t>(c), static_cast<std::size_t>(size)};
}

bool is_between_characters(std::string_view text, std::size_t offset) {
  return offset >= text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

void append_utf8(std::string& out, char32_t code_point) {
  utf8proc_uint8_t buffer[4];
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), buffer);
  out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(size));
}

std::u32string to_code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    out.push_back(c.value);
    i += c.size;
  }
  return out;
}

std::string to_utf8(std::u32string_view code_points) {
  std::string out;
  out.reserve(code_points.size());
  for (const char32_t c : code_points) append_utf8(out, c);
  return out;
}

std::string fold_case(std::string_view text) {
  std::string out(text);
  std::size_t ascii = 0;
  for (; ascii < out.size() && static_cast<unsigned char>(out[ascii]) < 0x80; ++ascii) {
    if (out[ascii] >= 'A' && out[ascii] <= 'Z') out[ascii] = static_cast<char>(out[ascii] + 32);
  }
  if (ascii == out.size()) return out;
  out.resize(ascii);
  for (std::size_t i = ascii; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    i += c.size;
    if (c.value < 0x80) {
      out.push_back(c.value >= 'A' && c.value <= 'Z' ? static_cast<char>(c.value + 32)
                                                     : static_cast<char>(c.value));
    } else {
      append_utf8(out,
                  static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c.value))));
    }
  }
  return out;
}

bool beyond_ascii::is_upper(char32_t c) {
  return category(c) == UTF8PROC_CATEGORY_LU || category(c) == UTF8PROC_CATEGORY_LT;
}

bool beyond_ascii::is_lower(char32_t c) { return category(c) == UTF8PROC_CATEGORY_LL; }

bool beyond_ascii::is_letter(char32_t c) {
  const auto kind = category(c);
  return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

std::size_t printable_ascii_size(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && text[size] >= 0x20 && text[size] < 0x7F) ++size;
  return size;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = printable_ascii_size(text);
  for (std::size_t i = width; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    i += c.size;
    if (c.value < 0x80) {
      width += c.value >= 0x20 && c.value != 0x7F;
    } else {
      const int cells = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c.value));
      width += cells > 0 ? static_cast<std::size_t>(cells) : 0;
    }
  }
  return width;
}

}  // namespace doccord
