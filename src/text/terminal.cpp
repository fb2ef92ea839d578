#include "text/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/lookalikes.h"
#include "text/utf8.h"

namespace doccord {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// What a terminal obeys or has no picture for, beside what is hidden in any text; ascending.
constexpr std::array<Range, 7> kUnprintable{{{0x80, 0x9F},           // C1 controls
                                             {0x2028, 0x2029},       // separators
                                             {0xD800, 0xDFFF},       // halves of characters
                                             {0xE000, 0xF8FF},       // private use
                                             {0xFFF0, 0xFFFB},       // annotations
                                             {0x1BCA0, 0x1BCA3},     // of shorthand
                                             {0xF0000, 0x10FFFF}}};  // private use

bool is_invisible(char32_t c) {
  return is_hidden(c) || std::any_of(kUnprintable.begin(), kUnprintable.end(), [c](Range range) {
           return c >= range.first && c <= range.last;
         });
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
  const std::size_t plain = printable_ascii_size(text);
  std::string out(text.substr(0, plain));
  if (plain == text.size()) return out;
  out.reserve(text.size());
  text.remove_prefix(plain);
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
