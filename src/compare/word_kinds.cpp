#include "compare/word_kinds.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "compare/lexicon.h"

namespace doccord {
namespace {

using Words = std::unordered_set<std::string_view>;

Words split_words(std::string_view text) {
  Words all;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    all.insert(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return all;
}

}  // namespace

bool is_adjective(std::string_view word) {
  static constexpr std::string_view kText =
#include "compare/lexicon/adjectives.def"
      ;
  static const Words words = split_words(kText);
  static constexpr std::array<std::string_view, 8> kEndings = {"able", "ible", "al",  "ic",
                                                               "ive",  "ous",  "ful", "less"};
  static const Words nouns = {
      "arrival",   "cable",  "credential", "directive", "interval",  "journal",  "literal",
      "logic",     "manual", "metric",     "objective", "potential", "proposal", "removal",
      "retrieval", "signal", "table",      "terminal",  "topic",     "traffic",  "variable"};
  return words.contains(word) ||
         (word.size() > 5 && !nouns.contains(word) &&
          std::any_of(kEndings.begin(), kEndings.end(),
                      [&](std::string_view end) { return word.ends_with(end); }));
}

std::optional<Nominal> find_nominal(std::string_view noun) {
  static const std::unordered_map<std::string_view, Nominal> table = {
#define NOMINAL(noun, verb) {noun, {verb, false}},
#define OCCURRENCE(noun, verb) {noun, {verb, true}},
#include "compare/lexicon/nominals.def"
#undef NOMINAL
#undef OCCURRENCE
  };
  const auto found = table.find(noun);
  if (found == table.end()) return std::nullopt;
  return found->second;
}

bool is_preposition(std::string_view word) {
  static const Words words = {
#define PREPOSITION(word) word,
#include "compare/lexicon/prepositions.def"
#undef PREPOSITION
  };
  return words.contains(word) || roles_of(word) != 0;
}

bool is_verb_base(std::string_view word) {
  static constexpr std::string_view kText =
#include "compare/lexicon/verbs.def"
      ;
  static const Words words = split_words(kText);
  return words.contains(word);
}

bool is_ergative(std::string_view verb) {
  static constexpr std::string_view kText =
#include "compare/lexicon/ergatives.def"
      ;
  static const Words words = split_words(kText);
  return words.contains(verb);
}

bool is_advice(std::string_view key) {
  static constexpr std::string_view kText =
#include "compare/lexicon/advice.def"
      ;
  static const std::unordered_set<std::string> keys = [] {
    std::unordered_set<std::string> all;
    for (const std::string_view verb : split_words(kText)) all.insert(lemma_of(verb));
    return all;
  }();
  return keys.contains(std::string(key));
}

bool is_light_word(std::string_view key) {
  static constexpr std::string_view kText =
#include "compare/lexicon/light_words.def"
      ;
  static const Words words = split_words(kText);
  return words.contains(key.substr(key.find(':') + 1));
}

std::string lemma_of(std::string_view base) {
  const auto phrase = find_phrase(base);
  if (!phrase) return "word:" + std::string(base);
  return std::string(to_string(phrase->word_class)) + ":" + std::string(phrase->group);
}

bool may_change_part(const Unit& unit) {
  const std::string& word = unit.plain;
  return unit.base.find(' ') != std::string::npos || word.starts_with("of ") ||
         is_verb_base(unit.base) || find_nominal(unit.base).has_value() || word.ends_with("ly") ||
         is_adjective(unit.base);
}

}  // namespace doccord
