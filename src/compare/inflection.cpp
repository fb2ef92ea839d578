#include "compare/inflection.h"

#include <algorithm>
#include <array>

#include "compare/lexicon.h"
#include "text/words.h"

namespace doccord {
namespace {

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

std::size_t count_vowel_groups(std::string_view word) {
  std::size_t groups = 0;
  bool before = false;
  for (const char c : word) {
    groups += is_vowel(c) && !before;
    before = is_vowel(c);
  }
  return groups;
}

// A word such as "hop", which doubles its last letter before -ed and -ing.
bool doubles_last(std::string_view word) {
  const std::size_t n = word.size();
  return n >= 3 && count_vowel_groups(word) == 1 && !is_vowel(word[n - 1]) && word[n - 1] != 'w' &&
         word[n - 1] != 'x' && is_vowel(word[n - 2]) && !is_vowel(word[n - 3]);
}

bool has_double_end(std::string_view word) {
  return word.size() >= 4 && word[word.size() - 1] == word[word.size() - 2] &&
         !is_vowel(word.back());
}

void add_plural_bases(std::string_view word, std::vector<std::string>& bases) {
  if (word.size() < 4 || word.back() != 's') return;
  if (word.ends_with("'s")) {
    bases.emplace_back(word.substr(0, word.size() - 2));
    return;
  }
  if (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")) return;
  if (word.ends_with("ies") && word.size() > 4) {
    bases.push_back(std::string(word.substr(0, word.size() - 3)) + "y");
  }
  const std::string_view without_es = word.substr(0, word.size() - 2);
  const bool sibilant = without_es.ends_with('s') || without_es.ends_with('x') ||
                        without_es.ends_with('z') || without_es.ends_with("ch") ||
                        without_es.ends_with("sh") || without_es.ends_with('o');
  bases.emplace_back(word.substr(0, word.size() - 1));
  if (word.ends_with("es") && sibilant) bases.emplace_back(without_es);
}

// Bases of a word in -ed or -ing, `ending` letters long.
void add_verb_bases(std::string_view word, std::size_t ending, std::vector<std::string>& bases) {
  if (word.size() < ending + 2) return;
  const std::string_view stem = word.substr(0, word.size() - ending);
  if (count_vowel_groups(stem) == 0) return;
  if (has_double_end(stem)) bases.emplace_back(stem.substr(0, stem.size() - 1));
  if (!doubles_last(stem) && stem.size() >= 3) bases.emplace_back(stem);
  if (!is_vowel(stem.back()) || stem.ends_with('u') || stem.ends_with('e')) {
    bases.push_back(std::string(stem) + "e");
  }
}

// Everything that the word may be a form of, itself first.
std::vector<std::string> candidate_bases(std::string_view word) {
  std::vector<std::string> bases{std::string(word)};
  if (const auto base = find_irregular(word)) bases.emplace_back(*base);
  add_plural_bases(word, bases);
  if (word.ends_with("ied") && word.size() > 4) {
    bases.push_back(std::string(word.substr(0, word.size() - 3)) + "y");
  } else if (word.ends_with("ed") && !word.ends_with("eed")) {
    add_verb_bases(word, 2, bases);
  } else if (word.ends_with("ing")) {
    add_verb_bases(word, 3, bases);
  }
  return bases;
}

// Endings that make a word of another kind with the same sense from a stem.
constexpr std::array<std::string_view, 40> kEndings = {
    "",      "e",     "y",   "ate",  "ated",  "ating",   "ation", "ations", "ion",   "ions",
    "ment",  "ments", "ure", "ance", "ence",  "ication", "ify",   "al",     "ally",  "ial",
    "ially", "ly",    "ily", "ity",  "ility", "le",      "ness",  "t",      "ssion", "d",
    "sion",  "de",    "ed",  "ing",  "ings",  "s",       "es",    "ied",    "ies",   "age"};

bool is_derived_ending(std::string_view ending) {
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

bool is_known_base(const std::string& base) {
  return is_in_vocabulary(base) || is_function_word(base) || find_phrase(base).has_value() ||
         find_notation(base).has_value() || find_number(base).has_value();
}

bool has_known_base(std::string_view word) {
  const std::vector<std::string> bases = candidate_bases(word);
  return std::any_of(bases.begin(), bases.end(), is_known_base);
}

constexpr std::size_t kLongWord = 8;  // Long words seldom have another word one letter away.

template <std::size_t n>
bool ends_known_word(std::string_view word, const std::array<std::string_view, n>& tails) {
  return std::any_of(tails.begin(), tails.end(), [&](std::string_view tail) {
    if (word.size() < tail.size() + 4 || !word.ends_with(tail)) return false;
    const std::string stem(word.substr(0, word.size() - tail.size()));
    return is_in_vocabulary(stem) || is_in_vocabulary(stem + "e");
  });
}

// One who acts, what can be done: such words are made from any verb.
bool is_made_by_common_ending(std::string_view word) {
  static constexpr std::array<std::string_view, 5> kTails = {"er", "ers", "or", "ors", "able"};
  return ends_known_word(word, kTails);
}

bool is_made_from_known(std::string_view word) {
  static constexpr std::array<std::string_view, 11> kTails = {
      "ly", "ness", "ment", "ion", "ions", "ful", "less", "al", "ity", "ive", "ation"};
  static constexpr std::array<std::string_view, 8> kHeads = {"un",  "re",   "non",   "pre",
                                                             "sub", "over", "multi", "auto"};
  return ends_known_word(word, kTails) ||
         std::any_of(kHeads.begin(), kHeads.end(), [&](std::string_view head) {
           return word.size() >= head.size() + 4 && word.starts_with(head) &&
                  has_known_base(word.substr(head.size()));
         });
}

}  // namespace

std::string base_form(std::string_view word) {
  if (const auto base = find_irregular(word)) return std::string(*base);
  if (is_in_vocabulary(word)) return std::string(word);
  const std::vector<std::string> bases = candidate_bases(word);
  for (std::size_t i = 1; i < bases.size(); ++i) {
    if (is_in_vocabulary(bases[i])) return bases[i];
  }
  return bases.size() > 1 ? bases[1] : bases[0];
}

InflectedWord::InflectedWord(std::string_view word)
    : word_(word), irregular_(find_irregular(word).has_value()) {}

const InflectedWord::Forms& InflectedWord::forms() const {
  if (!forms_) forms_ = Forms{base_form(word_), candidate_bases(word_)};
  return *forms_;
}

// Endings are taken off behind the second letter at the earliest.
bool InflectedWord::may_be_form_like(const InflectedWord& other) const {
  return irregular_ || other.irregular_ || word_.substr(0, 2) == other.word_.substr(0, 2);
}

bool InflectedWord::is_form_like(const InflectedWord& other) const {
  if (!may_be_form_like(other)) return false;
  const Forms& mine = forms();
  const Forms& theirs = other.forms();
  if (mine.base == theirs.base) return true;
  return std::any_of(mine.candidates.begin(), mine.candidates.end(), [&](const std::string& base) {
    return base.size() >= 3 && std::find(theirs.candidates.begin(), theirs.candidates.end(),
                                         base) != theirs.candidates.end();
  });
}

bool are_forms_of_one_word(std::string_view a, std::string_view b) {
  return InflectedWord(a).is_form_like(InflectedWord(b));
}

std::string denied_participle(std::string_view word) {
  if (!word.starts_with("un") || !word.ends_with("ed") || word.size() < 7) return {};
  const std::string_view rest = word.substr(2);
  const std::string base = base_form(rest);
  const std::string whole = base_form(word);
  const bool is_verb = whole != word && is_in_vocabulary(whole);
  return !is_verb && base != rest && is_in_vocabulary(base) ? std::string(rest) : std::string();
}

bool are_of_one_stem(std::string_view a, std::string_view b) {
  const std::size_t longest = std::min(a.size(), b.size());
  std::size_t common = 0;
  while (common < longest && a[common] == b[common]) ++common;
  // The stem may end before the last common letter: creat|e, creat|ion.
  for (std::size_t size = common; size >= 5 && size + 3 > common; --size) {
    if (is_derived_ending(a.substr(size)) && is_derived_ending(b.substr(size))) return true;
  }
  return false;
}

bool is_known_word(std::string_view word) {
  return has_known_base(word) || is_made_by_common_ending(word) || is_made_from_known(word);
}

bool is_listed_word(std::string_view word) { return has_known_base(word); }

bool is_established_word(std::string_view word) {
  return has_known_base(word) || is_made_by_common_ending(word) ||
         (word.size() < kLongWord && is_made_from_known(word));
}

}  // namespace doccord
