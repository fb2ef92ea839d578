#include "extract/column_words.h"

#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "extract/prose.h"
#include "text/next_space.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr std::array<std::pair<std::string_view, ColumnHint>, 57> kColumnWords{{
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
    {"expr", ColumnHint::other},
    {"expression", ColumnHint::other},
    {"length", ColumnHint::other},
    {"size", ColumnHint::other},
}};

ColumnHint hint_of_word(std::string_view word) {
  static const std::unordered_map<std::string_view, ColumnHint> kHints(kColumnWords.begin(),
                                                                       kColumnWords.end());
  const std::string folded = fold_case(word);
  auto found = kHints.find(folded);
  if (found == kHints.end() && folded.size() > 3 && folded.ends_with('s')) {
    found = kHints.find(std::string_view(folded).substr(0, folded.size() - 1));
  }
  return found == kHints.end() ? ColumnHint::none : found->second;
}

// Shows word by word, until `visit` says that it has seen enough.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  text = trim(text);
  while (!text.empty()) {
    const std::size_t end = next_space(text, 0);
    if (!visit(text.substr(0, end))) return;
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
    return true;
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
    return !speaks;
  });
  return speaks;
}

bool is_column_heading(std::string_view line) {
  constexpr std::size_t kMostOther = 2;
  std::size_t other = 0;  // Words that say nothing of columns.
  std::set<ColumnHint> hints;
  for_each_word(line, [&](std::string_view word) {
    if (word == "|") return true;
    const ColumnHint hint = hint_of_word(word);
    other += hint == ColumnHint::none && !speaks_of_keys(word);
    if (hint != ColumnHint::none) hints.insert(hint);
    return other <= kMostOther;
  });
  // "Status Codes" says one thing twice; columns hold several.
  return hints.size() >= 2 && other <= kMostOther;
}

}  // namespace doccord
