#include "compare/names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "compare/glosses.h"
#include "compare/inflection.h"
#include "compare/lexicon.h"
#include "text/name_words.h"
#include "text/utf8.h"

namespace doccord {
namespace {

using Words = std::vector<std::string>;

// How close two words are, from the same to not at all.
enum class Closeness { same, inflected, abbreviated, none };

std::string join(const Words& words) {
  std::string joined;
  for (const std::string& word : words) joined += word;
  return joined;
}

// "msg" of "message": its letters in order, the first one first.
bool is_skeleton(std::string_view short_form, std::string_view word) {
  if (short_form.size() < 3 || short_form.front() != word.front()) return false;
  std::size_t at = 0;
  for (const char c : word) {
    if (at < short_form.size() && short_form[at] == c) ++at;
  }
  const bool has_vowel = short_form.find_first_of("aeiou", 1) != std::string_view::npos;
  return at == short_form.size() && !has_vowel;
}

bool shortens(std::string_view short_form, std::string_view word) {
  if (short_form.size() < 2 || short_form.size() >= word.size()) return false;
  const auto full = find_notation(short_form);
  return word.starts_with(short_form) || is_skeleton(short_form, word) || (full && *full == word);
}

Closeness closeness(const std::string& a, const std::string& b) {
  if (a == b) return Closeness::same;
  const std::string american_a = american_spelling(a);
  const std::string american_b = american_spelling(b);
  if (american_a == american_b || are_forms_of_one_word(american_a, american_b)) {
    return Closeness::inflected;
  }
  return shortens(a, b) || shortens(b, a) ? Closeness::abbreviated : Closeness::none;
}

// The widest distance between words in the same places; none when the counts differ.
Closeness compare_in_place(const Words& a, const Words& b) {
  if (a.size() != b.size()) return Closeness::none;
  Closeness widest = Closeness::same;
  for (std::size_t i = 0; i < a.size(); ++i) widest = std::max(widest, closeness(a[i], b[i]));
  return widest;
}

// One name has a word whose letters begin several words of the other: URI for Uniform Resource
// Identifier. All other words agree.
bool has_initials(const Words& shorter, const Words& longer) {
  const std::size_t extra = longer.size() - shorter.size();
  if (extra == 0) return false;
  for (std::size_t at = 0; at < shorter.size(); ++at) {
    const auto begin = longer.begin() + static_cast<std::ptrdiff_t>(at);
    const Words expanded(begin, begin + static_cast<std::ptrdiff_t>(extra + 1));
    if (shorter[at].size() < 2 || !abbreviates(shorter[at], expanded)) continue;
    Words rest = longer;
    const auto first = rest.begin() + static_cast<std::ptrdiff_t>(at);
    rest.erase(first, first + static_cast<std::ptrdiff_t>(extra + 1));
    rest.insert(rest.begin() + static_cast<std::ptrdiff_t>(at), shorter[at]);
    if (compare_in_place(shorter, rest) != Closeness::none) return true;
  }
  return false;
}

bool denies(const std::string& word) {
  const auto phrase = find_phrase(word);
  return (phrase && phrase->word_class == WordClass::negation) || find_denied(word).has_value();
}

// Whether every word of `part` is one of `whole`, each used once, and the others deny nothing.
bool is_part(const Words& part, const Words& whole) {
  Words rest = whole;
  for (const std::string& word : part) {
    const auto found =
        std::min_element(rest.begin(), rest.end(), [&](const std::string& x, const std::string& y) {
          return closeness(word, x) < closeness(word, y);
        });
    if (found == rest.end() || closeness(word, *found) == Closeness::none) return false;
    rest.erase(found);
  }
  return !part.empty() && std::none_of(rest.begin(), rest.end(), denies);
}

// The same letters cut otherwise: "Time-out" and "TIMEOUT".
Words without_contractions(std::string_view name) {
  std::string folded = fold_case(name);
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kFull = {
      {{"\u2019", "'"},
       {"i'm", "i am"},
       {"can't", "can not"},
       {"won't", "will not"},
       {"cannot", "can not"},
       {"n't", " not"},
       {"it's", "it is"},
       {"'s", "s"}}};
  bool changed = false;
  for (const auto& [from, to] : kFull) {
    for (std::size_t at = folded.find(from); at != std::string::npos;
         at = folded.find(from, at + to.size())) {
      folded.replace(at, from.size(), to);
      changed = true;
    }
  }
  return name_words(changed ? std::string_view(folded) : name);
}

NameRelation relate_words(const Words& words_a, const Words& words_b) {
  const std::string joined_a = join(words_a);
  const std::string joined_b = join(words_b);
  if (joined_a == joined_b) return NameRelation::same;
  if (words_a.empty() || words_b.empty()) return NameRelation::different;
  switch (compare_in_place(words_a, words_b)) {
    case Closeness::same:
    case Closeness::inflected:
      return NameRelation::inflected;
    case Closeness::abbreviated:
      return NameRelation::abbreviated;
    case Closeness::none:
      break;
  }
  const bool a_is_shorter = words_a.size() <= words_b.size();
  const Words& shorter = a_is_shorter ? words_a : words_b;
  const Words& longer = a_is_shorter ? words_b : words_a;
  if (has_initials(shorter, longer)) return NameRelation::abbreviated;
  const bool part = shorter.size() < longer.size() && is_part(shorter, longer);
  return part ? NameRelation::partial : NameRelation::different;
}

// The words in front of the key that a name ends with: OBSOLETE of OBSOLETE20.
Words without_key(Words words, const Words& key) {
  const bool ends_so =
      words.size() > key.size() && std::equal(key.rbegin(), key.rend(), words.rbegin());
  if (ends_so) words.resize(words.size() - key.size());
  return words;
}

}  // namespace

NameRelation relate_names(std::string_view a, std::string_view b) {
  return relate_words(without_contractions(a), without_contractions(b));
}

NameRelation relate_names_of(std::string_view key, std::string_view a, std::string_view b) {
  const Words words_a = without_contractions(a);
  const Words words_b = without_contractions(b);
  const NameRelation relation = relate_words(words_a, words_b);
  if (relation != NameRelation::different) return relation;
  const Words words = name_words(key);
  const NameRelation bare = relate_words(without_key(words_a, words), without_key(words_b, words));
  return bare == NameRelation::different ? bare : NameRelation::partial;
}

}  // namespace doccord
