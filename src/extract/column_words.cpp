#include "extract/column_words.h"

#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <utility>

#include "extract/prose.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr std::array<std::pair<std::string_view, ColumnHint>, 55> kColumnWords{{
    {"code", ColumnHint::key},
    {"message", ColumnHint::description},

    {"value", ColumnHint::key},
    {"number", ColumnHint::key},
    {"no", ColumnHint::key},
    {"no.", ColumnHint::key},
    {"#", ColumnHint::key},
    {"id", ColumnHint::key},
    {"errno", ColumnHint::key},
    {"sqlstate", ColumnHint::key},
    {"key", ColumnHint::key},
    {"decimal", ColumnHint::key},
    {"option", ColumnHint::key},
    {"parameter", ColumnHint::key},
    {"setting", ColumnHint::key},
    {"variable", ColumnHint::key},
    {"flag", ColumnHint::key},
    {"property", ColumnHint::key},
    {"constant", ColumnHint::name},
    {"name", ColumnHint::name},
    {"symbol", ColumnHint::name},
    {"reason", ColumnHint::name},
    {"phrase", ColumnHint::name},
    {"title", ColumnHint::name},
    {"macro", ColumnHint::name},
    {"identifier", ColumnHint::name},
    {"condition", ColumnHint::name},
    {"description", ColumnHint::description},
    {"meaning", ColumnHint::description},
    {"explanation", ColumnHint::description},
    {"details", ColumnHint::description},
    {"comment", ColumnHint::description},
    {"comments", ColumnHint::description},
    {"text", ColumnHint::description},
    {"remarks", ColumnHint::description},
    {"definition", ColumnHint::description},
    {"notes", ColumnHint::description},
    {"purpose", ColumnHint::description},
    {"since", ColumnHint::other},
    {"version", ColumnHint::other},
    {"year", ColumnHint::other},
    {"date", ColumnHint::other},
    {"rfc", ColumnHint::other},
    {"spec", ColumnHint::other},
    {"reference", ColumnHint::other},
    {"section", ColumnHint::other},
    {"default", ColumnHint::other},
    {"type", ColumnHint::other},
    {"severity", ColumnHint::other},
    {"level", ColumnHint::other},
    {"priority", ColumnHint::other},
    {"category", ColumnHint::other},
    {"example", ColumnHint::other},
    {"length", ColumnHint::other},
    {"size", ColumnHint::other},
}};

ColumnHint hint_of_word(std::string_view word) {
  const std::string folded = fold_case(word);
  for (const auto& [known, hint] : kColumnWords) {
    if (known == folded || (folded.size() > 3 && folded == std::string(known) + "s")) return hint;
  }
  return ColumnHint::none;
}

template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  text = trim(text);
  while (!text.empty()) {
    std::size_t end = 0;
    while (end < text.size() && space_size(text, end) == 0) {
      end += code_point_at(text, end).size;
    }
    visit(text.substr(0, end));
    text = trim_left(text.substr(end));
  }
}

}  // namespace

ColumnHint column_hint(std::string_view heading) {
  // The last word that says something decides: "Status value" is a value, "Value name" a name.
  ColumnHint hint = ColumnHint::none;
  for_each_word(heading, [&](std::string_view word) {
    const ColumnHint said = hint_of_word(word);
    if (said != ColumnHint::none) hint = said;
  });
  return hint;
}

bool speaks_of_keys(std::string_view heading) {
  bool speaks = false;
  for_each_word(heading, [&](std::string_view word) {
    const std::string folded = fold_case(word);
    for (const std::string_view known :
         {"code", "codes", "status", "error", "alert", "event", "exit"}) {
      speaks = speaks || folded == known;
    }
  });
  return speaks;
}

bool is_column_heading(std::string_view line) {
  std::size_t words = 0;
  std::size_t known = 0;
  std::set<ColumnHint> hints;
  for_each_word(line, [&](std::string_view word) {
    if (word == "|") return;
    ++words;
    const ColumnHint hint = hint_of_word(word);
    known += hint != ColumnHint::none || speaks_of_keys(word);
    if (hint != ColumnHint::none) hints.insert(hint);
  });
  // "Status Codes" says one thing twice; columns hold several.
  return hints.size() >= 2 && words <= known + 2;
}

}  // namespace doccord
