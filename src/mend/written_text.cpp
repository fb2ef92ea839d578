#include "mend/written_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/utf8.h"
#include "text/whitespace.h"

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

// Whether a block of lines stands there: behind `|` or `>`, which ends a line but for a comment.
bool in_yaml_block(string_view document, Span run) {
  string_view before = trim_right(document.substr(0, run.begin));
  const string_view gap = document.substr(before.size(), run.begin - before.size());
  const std::size_t comment = before.find(" #", before.rfind('\n') + 1);
  before = trim_right(before.substr(0, comment));
  const std::size_t mark = before.find_last_not_of("0123456789+-");
  if (gap.find('\n') == string_view::npos || mark == string_view::npos) return false;
  const bool apart = mark == 0 || is_space(static_cast<unsigned char>(before[mark - 1]));
  return apart && (before[mark] == '|' || before[mark] == '>');
}

// Whether a text without quotes would end early, or be something else than a text.
bool needs_yaml_quotes(string_view text, string_view document, const Stretch& where) {
  const bool opens = where.span.begin == where.run.begin;
  const bool closes = where.span.end == where.run.end;
  constexpr string_view kMarks = "!&*-?:|>%@`\"'#,[]{}";
  if (opens && !text.empty() && kMarks.find(text[0]) != string_view::npos) return true;
  if (opens && closes && (text == "~" || text == "null")) return true;
  if (text.starts_with('#') || text.ends_with(':')) return true;
  const string_view behind = trim_left(document.substr(where.run.end));
  constexpr string_view kBrackets = ",]}";
  const bool in_brackets = !behind.empty() && kBrackets.find(behind[0]) != string_view::npos;
  return text.find(": ") != string_view::npos || text.find(" #") != string_view::npos ||
         (in_brackets && text.find_first_of(",[]{}") != string_view::npos);
}

std::optional<std::string> for_yaml(string_view text, string_view document, const Stretch& where) {
  const char before = where.run.begin > 0 ? document[where.run.begin - 1] : '\0';
  if (before == '"') return for_json(text);
  if (before == '\'') {
    std::string doubled;
    for (const char c : text) doubled += c == '\'' ? std::string("''") : std::string(1, c);
    return doubled;
  }
  if (in_yaml_block(document, where.run) || !needs_yaml_quotes(text, document, where)) {
    return std::string(text);
  }
  // Only a text as a whole can be given quotes.
  const bool whole = where.span == where.run;
  return whole ? std::optional("\"" + for_json(text) + "\"") : std::nullopt;
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
    case Format::yaml:
      return for_yaml(text, document, where);
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
