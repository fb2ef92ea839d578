#include "text/json_text.h"

#include "text/utf8.h"

namespace doccord {
namespace {

bool acts(char32_t c) {
  return (c >= 0x7F && c < 0xA0) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

void append_escape(std::string& out, char32_t c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[(c >> shift) & 0xF];
}

}  // namespace

std::string printable_json(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t i = 0; i < json.size();) {
    const CodePoint c = code_point_at(json, i);
    // Neither stands outside of a string.
    if (acts(c.value) || (c.value == '#' && i > 0 && json.substr(i - 1, 3) == "##[")) {
      append_escape(out, c.value);
    } else {
      out.append(json, i, c.size);
    }
    i += c.size;
  }
  return out;
}

}  // namespace doccord
