#include "text/escape.h"

#include <cstddef>

#include "text/utf8.h"

namespace doccord {
namespace {

// Characters that reorder what stands around them. The marks U+200E and U+200F are not among them:
// right-to-left text needs them, and they reach no further than their neighbours.
bool is_reordering(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
}

// What Unicode calls no characters: U+FFFE, U+FFFF and their like in each plane, and 32 more. XML
// refuses the first two, and HTML calls all of them errors.
bool is_noncharacter(char32_t c) { return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF); }

std::string visible_code_point(char32_t c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string name = "[U+";
  for (int shift = 12; shift >= 0; shift -= 4) name += kDigits[(c >> shift) & 0xF];
  return name + "]";
}

// What stands for the byte in HTML; empty when the byte stands for itself.
std::string_view entity(char byte) {
  switch (byte) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

// How many bytes from the start stand for themselves: printable ASCII without markup.
std::size_t plain_size(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && text[size] >= 0x20 && text[size] < 0x7F &&
         entity(text[size]).empty()) {
    ++size;
  }
  return size;
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t plain = plain_size(text.substr(i));
    out.append(text.substr(i, plain));
    i += plain;
    if (i == text.size()) break;
    if (const std::string_view named = entity(text[i]); !named.empty()) {
      out.append(named);
      ++i;
      continue;
    }
    const CodePoint c = code_point_at(text, i);
    if (is_reordering(c.value)) {
      out += visible_code_point(c.value);
    } else if (is_control(c.value) || is_noncharacter(c.value)) {
      append_utf8(out, 0xFFFD);
    } else {
      out.append(text.substr(i, c.size));
    }
    i += c.size;
  }
  return out;
}

}  // namespace doccord
