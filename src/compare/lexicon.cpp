#include "compare/lexicon.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace doccord {
namespace {

using Words = std::unordered_set<std::string_view>;
using WordMap = std::unordered_map<std::string_view, std::string_view>;

struct Group {
  WordClass word_class;
  std::string_view name;
  std::initializer_list<std::string_view> phrases;
};

// clang-format off
const std::initializer_list<Group> kGroups = {
#define GROUP(name, ...) {WordClass::negation, name, {__VA_ARGS__}},
#include "compare/lexicon/negation.def"
#undef GROUP
#define GROUP(name, ...) {WordClass::modality, name, {__VA_ARGS__}},
#include "compare/lexicon/modality.def"
#undef GROUP
#define GROUP(name, ...) {WordClass::quantity, name, {__VA_ARGS__}},
#include "compare/lexicon/quantity.def"
#undef GROUP
#define GROUP(name, ...) {WordClass::time, name, {__VA_ARGS__}},
#include "compare/lexicon/time.def"
#undef GROUP
#define GROUP(name, ...) {WordClass::condition, name, {__VA_ARGS__}},
#include "compare/lexicon/conditions.def"
#undef GROUP
#define GROUP(name, ...) {WordClass::function, name, {__VA_ARGS__}},
#include "compare/lexicon/linking.def"
#undef GROUP
#define GROUP(name, ...) {WordClass::content, name, {__VA_ARGS__}},
#include "compare/lexicon/synonyms.def"
#undef GROUP
};

const std::initializer_list<Group> kNotations = {
#define GROUP(name, ...) {WordClass::content, name, {__VA_ARGS__}},
#include "compare/lexicon/notations.def"
#undef GROUP
};
// clang-format on

// The closed classes come first, so that a phrase of theirs is never taken for a synonym.
const std::unordered_map<std::string_view, Phrase>& phrases() {
  static const auto table = [] {
    std::unordered_map<std::string_view, Phrase> all;
    for (const Group& group : kGroups) {
      for (const std::string_view phrase : group.phrases) {
        all.try_emplace(phrase, Phrase{group.word_class, group.name});
      }
    }
    return all;
  }();
  return table;
}

const WordMap& notations() {
  static const auto table = [] {
    WordMap all;
    for (const Group& group : kNotations) {
      for (const std::string_view phrase : group.phrases) all.try_emplace(phrase, group.name);
    }
    return all;
  }();
  return table;
}

std::optional<std::string_view> look_up(const WordMap& map, std::string_view word) {
  const auto found = map.find(word);
  if (found == map.end()) return std::nullopt;
  return found->second;
}

const WordMap& spelling_variants() {
  static const WordMap map = {
#define VARIANT(other, american) {other, american},
#include "compare/lexicon/spelling_variants.def"
#undef VARIANT
  };
  return map;
}

// "recognised" gives "recognized", when that is a form of a known word and this is not.
std::string with_z(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kEndings = {
      "e", "ed", "es", "ing", "er", "ers", "able", "ation", "ations"};
  for (const std::string_view ending : kEndings) {
    if (word.size() < ending.size() + 4 || !word.ends_with(ending)) continue;
    const std::size_t at = word.size() - ending.size() - 1;
    const std::string_view before = word.substr(0, at);
    if (word[at] != 's' || !(before.ends_with('i') || before.ends_with('y'))) continue;
    const std::string base = std::string(before) + "ze";
    const bool headed = base.starts_with("un") || base.starts_with("re") || base.starts_with("de");
    const bool known =
        is_in_vocabulary(base) || (headed && is_in_vocabulary(std::string_view(base).substr(2)));
    if (known) return std::string(before) + "z" + std::string(ending);
  }
  return std::string(word);
}

const WordMap& denials() {
  static const WordMap map = {
#define NEGATED(denial, adjective) {denial, adjective},
#include "compare/lexicon/negated.def"
#undef NEGATED
  };
  return map;
}

using Pair = std::pair<std::string_view, std::string_view>;

struct PairHash {
  std::size_t operator()(const Pair& pair) const {
    const std::hash<std::string_view> hash;
    return hash(pair.first) * 31 + hash(pair.second);
  }
};

struct RoleRow {
  std::string_view word;
  std::initializer_list<std::string_view> roles;
};

const std::initializer_list<RoleRow> kRoles = {
#define ROLE(word, ...) {word, {__VA_ARGS__}},
#include "compare/lexicon/roles.def"
#undef ROLE
};

const std::initializer_list<RoleRow> kCompanions = {
#define COMPANIONS(word, ...) {word, {__VA_ARGS__}},
#include "compare/lexicon/companions.def"
#undef COMPANIONS
};

}  // namespace

std::string_view to_string(WordClass word_class) {
  switch (word_class) {
    case WordClass::function:
      return "grammar";
    case WordClass::content:
      return "content";
    case WordClass::negation:
      return "negation";
    case WordClass::modality:
      return "modality";
    case WordClass::quantity:
      return "scope";
    case WordClass::time:
      return "time";
    case WordClass::condition:
      return "condition";
  }
  return "";
}

std::optional<Phrase> find_phrase(std::string_view words) {
  const auto found = phrases().find(words);
  if (found == phrases().end()) return std::nullopt;
  return found->second;
}

std::size_t longest_phrase_from(std::string_view word) {
  static const auto longest = [] {
    std::unordered_map<std::string_view, std::size_t> words_from;
    const auto add = [&](std::string_view phrase) {
      const std::size_t blank = phrase.find(' ');
      if (blank == std::string_view::npos) return;
      const auto blanks = std::count(phrase.begin(), phrase.end(), ' ');
      std::size_t& words = words_from[phrase.substr(0, blank)];
      words = std::max(words, static_cast<std::size_t>(blanks) + 1);
    };
    for (const auto& [phrase, unused] : phrases()) add(phrase);
    for (const auto& [phrase, unused] : notations()) add(phrase);
    return words_from;
  }();
  const auto found = longest.find(word);
  return found == longest.end() ? 0 : found->second;
}

std::optional<std::string_view> find_notation(std::string_view words) {
  return look_up(notations(), words);
}

std::optional<std::string_view> find_measure(std::string_view sign) {
  static const WordMap map = {
#define MEASURE(unit, sign) {sign, unit},
#include "compare/lexicon/measures.def"
#undef MEASURE
  };
  return look_up(map, sign);
}

bool is_measure(std::string_view word) {
  static const Words words = {
#define MEASURE(unit, sign) unit,
#include "compare/lexicon/measures.def"
#undef MEASURE
  };
  return words.contains(word);
}

std::optional<std::string_view> find_number(std::string_view word) {
  static const WordMap map = {
#define NUMBER(word, value) {word, #value},
#include "compare/lexicon/numbers.def"
#undef NUMBER
  };
  return look_up(map, word);
}

std::string american_spelling(std::string_view word) {
  const WordMap& variants = spelling_variants();
  if (const auto found = look_up(variants, word)) return std::string(*found);
  static constexpr std::array<std::string_view, 7> kEndings = {"s",  "d",  "ed",  "ing",
                                                               "'s", "al", "able"};
  for (const std::string_view ending : kEndings) {
    if (word.size() < ending.size() + 4 || !word.ends_with(ending)) continue;
    const auto found = look_up(variants, word.substr(0, word.size() - ending.size()));
    if (!found) continue;
    if (found->ends_with("ll") && (ending == "ed" || ending == "ing")) continue;  // "instaled"
    const bool lost_e = ending == "d" && !found->ends_with('e');  // centred, centered
    return std::string(*found) + (lost_e ? "ed" : std::string(ending));
  }
  return with_z(word);
}

std::optional<std::string_view> find_denied(std::string_view word) {
  return look_up(denials(), word);
}

std::optional<std::string_view> find_denial(std::string_view adjective) {
  static const WordMap map = [] {
    WordMap all;
    for (const auto& [denial, denied] : denials()) {
      const auto [place, fresh] = all.try_emplace(denied, denial);
      if (!fresh && denial < place->second) place->second = denial;
    }
    return all;
  }();
  return look_up(map, adjective);
}

bool are_opposites(std::string_view a, std::string_view b) {
  static const std::unordered_set<Pair, PairHash> pairs = {
#define OPPOSITES(one, other) {one, other}, {other, one},
#include "compare/lexicon/opposites.def"
#undef OPPOSITES
  };
  return pairs.contains({a, b}) || find_denied(a) == b || find_denied(b) == a;
}

bool is_agent(std::string_view word) {
  static const Words words = {
#define AGENT(word) word,
#include "compare/lexicon/agents.def"
#undef AGENT
  };
  return words.contains(word);
}

unsigned roles_of(std::string_view word) {
  static const auto table = [] {
    std::unordered_map<std::string_view, unsigned> bits;
    std::unordered_map<std::string_view, unsigned> of_word;
    for (const RoleRow& row : kRoles) {
      for (const std::string_view role : row.roles) {
        const unsigned bit =
            bits.try_emplace(role, 1U << static_cast<unsigned>(bits.size())).first->second;
        of_word[row.word] |= bit;
      }
    }
    return of_word;
  }();
  const auto found = table.find(word);
  return found == table.end() ? 0 : found->second;
}

bool are_companions(std::string_view base, std::string_view a, std::string_view b) {
  static const std::unordered_map<std::string_view, std::initializer_list<std::string_view>> table =
      [] {
        std::unordered_map<std::string_view, std::initializer_list<std::string_view>> all;
        for (const RoleRow& row : kCompanions) all.emplace(row.word, row.roles);
        return all;
      }();
  const auto found = table.find(base);
  if (found == table.end()) return false;
  const auto has = [&](std::string_view word) {
    return std::find(found->second.begin(), found->second.end(), word) != found->second.end();
  };
  return has(a) && has(b);
}

bool states_further_name(std::string_view words) {
  static const Words known = {
#define FURTHER_NAME(words) words,
#include "compare/lexicon/further_names.def"
#undef FURTHER_NAME
  };
  return known.contains(words);
}

bool is_framing_subject(std::string_view word) {
  static const Words words = {
#define SUBJECT(word) word,
#define VERB(word)
#define REPORT(word)
#include "compare/lexicon/framing.def"
#undef SUBJECT
#undef VERB
#undef REPORT
  };
  return words.contains(word);
}

bool is_framing_verb(std::string_view word) {
  static const Words words = {
#define SUBJECT(word)
#define VERB(word) word,
#define REPORT(word)
#include "compare/lexicon/framing.def"
#undef SUBJECT
#undef VERB
#undef REPORT
  };
  return words.contains(word);
}

bool is_framing_report(std::string_view word) {
  static const Words words = {
#define SUBJECT(word)
#define VERB(word)
#define REPORT(word) word,
#include "compare/lexicon/framing.def"
#undef SUBJECT
#undef VERB
#undef REPORT
  };
  return words.contains(word);
}

std::optional<std::string_view> find_irregular(std::string_view word) {
  static const WordMap map = [] {
    WordMap all;
    const auto add = [&](std::string_view base, std::initializer_list<std::string_view> forms) {
      for (const std::string_view form : forms) all.try_emplace(form, base);
    };
#define FORMS(base, ...) add(base, {__VA_ARGS__});
#include "compare/lexicon/irregular.def"
#undef FORMS
    return all;
  }();
  return look_up(map, word);
}

bool is_in_vocabulary(std::string_view word) {
  static constexpr std::string_view kText =
#include "compare/lexicon/vocabulary.def"
      ;
  static const Words words = [] {
    Words all;
    for (std::size_t begin = 0; begin < kText.size();) {
      const std::size_t end = std::min(kText.find(' ', begin), kText.size());
      all.insert(kText.substr(begin, end - begin));
      begin = end + 1;
    }
    return all;
  }();
  return words.contains(word);
}

}  // namespace doccord
