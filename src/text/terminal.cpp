#include "text/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace doccord {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// What shows nothing or moves other text about, ascending.
constexpr std::array<Range, 20> kInvisible{
    {{0x80, 0x9F},                                              // C1 controls
     {0xAD, 0xAD},                                              // soft hyphen
     {0x34F, 0x34F},                                            // grapheme joiner
     {0x61C, 0x61C},                                            // Arabic letter mark
     {0x115F, 0x1160},                                          // Hangul fillers
     {0x17B4, 0x17B5},   {0x180B, 0x180F}, {0x200B, 0x200F},    // zero width, direction marks
     {0x2028, 0x202E},                                          // separators, overrides
     {0x2060, 0x206F},                                          // joiners, isolates
     {0x3164, 0x3164},   {0xD800, 0xDFFF}, {0xE000, 0xF8FF},    // private use
     {0xFEFF, 0xFEFF},                                          // byte order mark
     {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFB}, {0x1BCA0, 0x1BCA3},  // of shorthand
     {0x1D173, 0x1D17A},                                        // of music
     {0xE0000, 0xE0FFF},                                        // tags
     {0xF0000, 0x10FFFF}}};                                     // private use

bool is_invisible(char32_t c) {
  return std::any_of(kInvisible.begin(), kInvisible.end(),
                     [c](Range range) { return c >= range.first && c <= range.last; });
}

}  // namespace

std::string terminal_safe(char32_t code_point) {
  if (code_point < 0x20 || code_point == 0x7F) {
    return fmt::format("\\x{:02x}", static_cast<unsigned>(code_point));
  }
  if (is_invisible(code_point)) return fmt::format("<U+{:04X}>", static_cast<unsigned>(code_point));
  std::string out;
  append_utf8(out, code_point);
  return out;
}

std::string terminal_safe(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t valid = std::min(find_invalid_utf8(text).value_or(text.size()), text.size());
    for (std::size_t i = 0; i < valid;) {
      const CodePoint c = code_point_at(text, i);
      if (c.value >= 0x20 && c.value < 0x7F) {
        out.push_back(static_cast<char>(c.value));
      } else {
        out += terminal_safe(c.value);
      }
      i += c.size;
    }
    if (valid == text.size()) break;
    out += fmt::format("\\x{:02x}", static_cast<unsigned>(static_cast<unsigned char>(text[valid])));
    text.remove_prefix(valid + 1);
  }
  return out;
}

}  // namespace doccord
