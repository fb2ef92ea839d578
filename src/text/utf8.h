#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace doccord {

// Offset of the first byte that is not part of valid UTF-8 (surrogates and overlong forms are not
// valid); nothing when all of the text is.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// The code point that starts at `offset`, and how many bytes it takes. `text` is valid UTF-8.
struct CodePoint {
  char32_t value = 0;
  std::size_t size = 1;
};
inline CodePoint code_point_at(std::string_view text, std::size_t offset);

// Whether no character has bytes on both sides of the offset, which is within the text or its end.
bool is_between_characters(std::string_view text, std::size_t offset);

std::size_t count_code_points(std::string_view text);

void append_utf8(std::string& out, char32_t code_point);

std::u32string to_code_points(std::string_view text);
std::string to_utf8(std::u32string_view code_points);

// Lower case by Unicode's case folding, code point by code point.
std::string fold_case(std::string_view text);
inline bool is_upper(char32_t c);
inline bool is_lower(char32_t c);
inline bool is_letter(char32_t c);
constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }  // No other digits.
// The end of the letters and digits that stand from `offset` on.
inline std::size_t end_of_alnum(std::string_view text, std::size_t offset);

// How many bytes the text begins with that are printable ASCII: characters of one terminal cell
// each, that nothing takes for anything else.
std::size_t printable_ascii_size(std::string_view text);

// How many terminal cells the text takes: 2 for wide characters, 0 for combining ones.
std::size_t display_width(std::string_view text);

// Nearly all bytes of nearly all documents are ASCII, and these are called for each of them time
// and again: what is beyond ASCII is looked up elsewhere.
namespace beyond_ascii {
CodePoint code_point_at(std::string_view text, std::size_t offset);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_letter(char32_t c);
}  // namespace beyond_ascii

inline CodePoint code_point_at(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  return byte < 0x80 ? CodePoint{byte, 1} : beyond_ascii::code_point_at(text, offset);
}

inline constexpr auto kAsciiAlnum = [] {
  std::array<bool, 256> table{};
  for (char32_t c = 0; c < 0x80; ++c) {
    table[c] = is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
  return table;
}();

inline std::size_t end_of_alnum(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    const auto byte = static_cast<unsigned char>(text[offset]);
    if (byte < 0x80) {
      if (!kAsciiAlnum[byte]) break;
      ++offset;
      continue;
    }
    const CodePoint c = beyond_ascii::code_point_at(text, offset);
    if (!beyond_ascii::is_letter(c.value)) break;
    offset += c.size;
  }
  return offset;
}

inline bool is_upper(char32_t c) {
  return c < 0x80 ? c >= 'A' && c <= 'Z' : beyond_ascii::is_upper(c);
}

inline bool is_lower(char32_t c) {
  return c < 0x80 ? c >= 'a' && c <= 'z' : beyond_ascii::is_lower(c);
}

inline bool is_letter(char32_t c) {
  return c < 0x80 ? (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') : beyond_ascii::is_letter(c);
}

}  // namespace doccord
