#include "mend/written_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/utf8.h"

namespace doccord {
namespace {

using std::string_view;

bool is_word_byte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || is_letter(static_cast<unsigned char>(c)) ||
         is_digit(static_cast<unsigned char>(c));
}

// `&` and what looks like a reference behind it: "&copy;".
bool opens_reference(string_view rest) {
  std::size_t end = 1;
  while (end < rest.size() && (is_word_byte(rest[end]) || rest[end] == '#')) ++end;
  return end > 1 && end < rest.size() && rest[end] == ';';
}

std::string for_markup(string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// Underscores within a word need no escape; a document that has them escaped keeps to that.
bool needs_escape(string_view text, std::size_t at, bool escapes_underscores) {
  switch (text[at]) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '~':
      return true;
    case '_': {
      const bool within = at > 0 && at + 1 < text.size() && is_word_byte(text[at - 1]) &&
                          is_word_byte(text[at + 1]);
      return !within || escapes_underscores;
    }
    case '&':
      return opens_reference(text.substr(at));
    default:
      return false;
  }
}

std::optional<std::string> for_markdown(string_view text, string_view document,
                                        const Stretch& where) {
  if (where.in_code && text.find('`') != string_view::npos) return std::nullopt;
  const bool escapes_underscores = document.find("\\_") != string_view::npos;
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool escaped = where.in_cell && c == '|';  // In code, too.
    if (escaped || (!where.in_code && needs_escape(text, i, escapes_underscores))) out += '\\';
    if (c == '<' && !where.in_code) {
      out += "&lt;";
    } else {
      out += c;
    }
  }
  return out;
}

std::optional<std::string> for_csv(string_view text, string_view document, const Stretch& where) {
  const string_view before = document.substr(0, where.span.begin);
  const string_view behind = document.substr(where.span.end);
  constexpr string_view kEnds = ",;\t\r\n";
  const auto ends = [&](char c) { return kEnds.find(c) != string_view::npos; };
  std::string doubled;
  for (const char c : text) doubled += c == '"' ? std::string("\"\"") : std::string(1, c);
  const bool bare = (before.empty() || ends(before.back())) && (behind.empty() || ends(behind[0]));
  const bool special = text.find_first_of(",;\t\"") != string_view::npos;
  if (!special) return std::string(text);
  // Only a cell as a whole can be given quotes.
  return bare ? "\"" + doubled + "\"" : doubled;
}

std::string for_json(string_view text) {
  const std::string quoted =
      nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return quoted.substr(1, quoted.size() - 2);
}

}  // namespace

std::optional<std::string> written_text(string_view text, string_view document, Format format,
                                        const Stretch& where) {
  switch (format) {
    case Format::html:
    case Format::xml:
      return for_markup(text);
    case Format::markdown:
      return for_markdown(text, document, where);
    case Format::csv:
      return for_csv(text, document, where);
    case Format::json:
      return for_json(text);
    case Format::source:
      if (text.find("*/") != string_view::npos || text.find('"') != string_view::npos ||
          text.find('\\') != string_view::npos) {
        return std::nullopt;
      }
      return std::string(text);
    case Format::text:
      return std::string(text);
  }
  return std::nullopt;
}

}  // namespace doccord
