#include "text/json_text.h"

#include <array>
#include <nlohmann/json.hpp>

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

// Whether the # at `at` would complete what GitHub's runner obeys.
bool completes_command(std::string_view text, std::size_t at) {
  return text[at] == '#' && at > 0 && text.substr(at - 1, 3) == "##[";
}

// Whether the byte stays in JSON, whatever stands around it.
bool is_printable(char c) { return c >= 0 && c < 0x7F && c != '#'; }

// Bytes that stand in a string as they are, whatever stands around them.
constexpr auto kPlain = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) table[c] = c != '"' && c != '\\' && c != '#';
  return table;
}();

// The letter by which JSON writes a control, a quotation mark or a backslash; 0 for any other.
char short_escape(char32_t c) {
  switch (c) {
    case '"':
    case '\\':
      return static_cast<char>(c);
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    default:
      return 0;
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  const std::size_t begin = out.size();
  out += '"';
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && kPlain[static_cast<unsigned char>(text[end])]) ++end;
    out.append(text, i, end - i);
    i = end;
    if (i == text.size()) break;
    const CodePoint c = code_point_at(text, i);
    if (c.value == 0xFFFD && c.size == 1) {  // How much is replaced is left to the library.
      using Json = nlohmann::json;
      out.resize(begin);
      out += printable_json(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace));
      return;
    }
    if (const char letter = short_escape(c.value)) {
      out += '\\';
      out += letter;
    } else if (c.value < 0x20 || acts(c.value) || completes_command(text, i)) {
      append_escape(out, c.value);
    } else {
      out.append(text, i, c.size);
    }
    i += c.size;
  }
  out += '"';
}

std::string printable_json(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t i = 0; i < json.size();) {
    std::size_t end = i;
    while (end < json.size() && is_printable(json[end])) ++end;
    out.append(json, i, end - i);
    i = end;
    if (i == json.size()) break;
    const CodePoint c = code_point_at(json, i);
    // Neither stands outside of a string.
    if (acts(c.value) || completes_command(json, i)) {
      append_escape(out, c.value);
    } else {
      out.append(json, i, c.size);
    }
    i += c.size;
  }
  return out;
}

}  // namespace doccord
