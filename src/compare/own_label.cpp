#include "compare/own_label.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "compare/inflection.h"
#include "text/name_words.h"
#include "text/utf8.h"

namespace doccord {
namespace {

// The token behind the name that stands at `at`, as one constant or as words; `at` when none does.
std::size_t behind_name(const std::vector<Token>& tokens, std::size_t at,
                        const OwnLabel::Name& name) {
  if (at < tokens.size() && tokens[at].text == name.written) return at + 1;
  std::size_t end = at;
  for (const std::string& word : name.words) {
    if (end >= tokens.size() || fold_case(tokens[end].text) != word) return at;
    ++end;
  }
  return end;
}

bool is_parting(std::string_view mark) {
  static constexpr std::array<std::string_view, 7> kMarks = {".", ":",      ";",     ",",
                                                             "-", "\u2013", "\u2014"};
  return std::find(kMarks.begin(), kMarks.end(), mark) != kMarks.end();
}

bool is_word(const std::vector<Token>& tokens, std::size_t at, std::string_view word) {
  return at < tokens.size() && fold_case(tokens[at].text) == word;
}

bool is_framing_verb_at(const std::vector<Token>& tokens, std::size_t at) {
  return at < tokens.size() && is_framing_verb(base_form(fold_case(tokens[at].text)));
}

// The token behind the key or a name of the entry that stands at `at`; `at` when none does.
std::size_t behind_own(const std::vector<Token>& tokens, std::size_t at, std::string_view key,
                       const std::vector<OwnLabel::Name>& names) {
  std::size_t end = at < tokens.size() && tokens[at].text == key ? at + 1 : at;
  for (const OwnLabel::Name& name : names) end = std::max(end, behind_name(tokens, at, name));
  return end;
}

// "The 404 (Not Found) status code indicates that", "The NOT_FOUND error indicates that": where
// that ends; 0 when it is not so.
std::size_t sentence_end(const std::vector<Token>& tokens, std::string_view key,
                         const std::vector<OwnLabel::Name>& names) {
  if (!is_word(tokens, 0, "the")) return 0;
  std::size_t end = behind_own(tokens, 1, key, names);
  if (end == 1 || end >= tokens.size()) return 0;
  if (tokens[end].text == "(") {
    const std::size_t further = behind_own(tokens, end + 1, key, names);
    if (further >= tokens.size() || tokens[further].text != ")") return 0;
    end = further + 1;
  }
  while (end < tokens.size() &&
         (is_framing_subject(fold_case(tokens[end].text)) || tokens[end].text == ",")) {
    ++end;
  }
  if (!is_framing_verb_at(tokens, end)) return 0;
  ++end;
  return is_word(tokens, end, "that") ? end + 1 : end;
}

// Where the label ends: behind key and name and what parts them from the text; 0 when there is
// none.
std::size_t label_end(const std::vector<Token>& tokens, std::string_view key,
                      const std::vector<OwnLabel::Name>& names) {
  if (const std::size_t end = sentence_end(tokens, key, names)) return end;
  const std::size_t keyed = !tokens.empty() && tokens[0].text == key ? 1 : 0;
  std::size_t end = keyed;
  for (const OwnLabel::Name& name : names) end = std::max(end, behind_name(tokens, keyed, name));
  if (end == 0 || end >= tokens.size()) return 0;
  // A text that is nothing but the name says it.
  const bool alone = std::none_of(tokens.begin() + static_cast<std::ptrdiff_t>(end), tokens.end(),
                                  [](const Token& token) { return token.is_word; });
  if (alone) return 0;
  if (is_parting(tokens[end].text)) return end;
  if (!is_framing_verb_at(tokens, end)) return 0;
  ++end;
  return is_word(tokens, end, "that") ? end + 1 : end;
}

}  // namespace

OwnLabel::OwnLabel(const Record& record) : key_(record.key) {
  for (const NameUse& use : record.names) names_.push_back({use.name, name_words(use.bare)});
}

void OwnLabel::set_aside(UnitText& text) const {
  const std::size_t end = label_end(text.tokens, key_, names_);
  for (Unit& unit : text.units) {
    if (unit.token_end > end) break;
    unit.word_class = WordClass::function;
    unit.key = "frame";
  }
}

}  // namespace doccord
