#include "rules/slips.h"

#include <algorithm>
#include <array>
#include <functional>

#include "compare/header_names.h"
#include "compare/inflection.h"
#include "text/utf8.h"
#include "text/words.h"

namespace doccord {
namespace {

constexpr std::size_t kCommon = 3;        // Entries that a word needs to be in to be trusted.
constexpr std::size_t kShortest = 6;      // Shorter words have too many neighbours that are words.
constexpr std::size_t kShortestSwap = 8;  // The same where one letter stands for another.
constexpr std::size_t kLongestWord = 64;  // Longer ones are no words, and cost their square.
constexpr std::size_t kEnding = 2;        // Letters at the end that inflection changes.

// Words that may well stand twice in a row.
constexpr std::array<std::string_view, 6> kMayDouble = {"that", "had", "very", "so", "more", "far"};

bool is_lower_word(std::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_doubled(const Token& first, const Token& second) {
  const std::string word = fold_case(first.text);
  return first.is_word && second.is_word && second.space_before && is_lower_word(second.text) &&
         word == second.text &&
         std::find(kMayDouble.begin(), kMayDouble.end(), word) == kMayDouble.end();
}

// Where a capital follows small letters, as in "theContent-Range"; 0 when nowhere.
std::size_t hump(std::string_view word) {
  std::size_t at = 0;
  while (at < word.size() && word[at] >= 'a' && word[at] <= 'z') ++at;
  const bool capital = at < word.size() && word[at] >= 'A' && word[at] <= 'Z';
  return capital ? at : 0;
}

// Words with hyphens and capitals such as Content-Range, which no identifier looks like.
bool is_hyphenated_name(std::string_view word) {
  bool hyphen = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool starts = i == 0 || word[i - 1] == '-';
    if (word[i] == '-') {
      hyphen = true;
    } else if (starts && !(word[i] >= 'A' && word[i] <= 'Z')) {
      return false;
    }
  }
  return hyphen && word.back() != '-';
}

bool is_joined(std::string_view word, const WordCounts& counts) {
  const std::size_t at = hump(word);
  if (at == 0) return false;
  const std::string_view first = word.substr(0, at);
  const std::string_view second = word.substr(at);
  if (is_hyphenated_name(second)) return is_function_word(first);
  // "toString" and "isEmpty" are identifiers; hardly any begins with these two.
  const bool link = first == "the" || first == "and";
  return link && second.size() > 3 && is_lower_word(second.substr(1)) && counts[second] > 0;
}

// Whether the dot behind a blank is a full stop: not that of ".NET" or "...", nor the name of what
// the text speaks of, as in "starting with ." and "implied . and ..".
bool ends_sentence_at(const std::vector<Token>& tokens, std::size_t dot) {
  if (is_function_word(fold_case(tokens[dot - 1].text))) return false;
  if (dot + 1 == tokens.size()) return true;
  const Token& next = tokens[dot + 1];
  return next.space_before && next.is_word && !is_lower(code_point_at(next.text, 0).value);
}

// Whether the blank before this mark is one too many.
bool is_stray_blank(std::string_view text, const std::vector<Token>& tokens, std::size_t i) {
  const Token& mark = tokens[i];
  if (mark.is_word || !mark.space_before || !tokens[i - 1].is_word) return false;
  if (mark.text == ",") return true;
  if (mark.text == ".") return ends_sentence_at(tokens, i);
  if (mark.text != ")") return false;
  const std::size_t open = text.rfind('(', mark.offset);
  const bool spaced_out = open != std::string_view::npos && text.substr(open + 1, 1) == " ";
  return open != std::string_view::npos && !spaced_out;
}

// Whether the two differ in their ends only, as forms of one word do.
bool differ_in_ending(std::string_view a, std::string_view b) {
  const auto [at_a, at_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(a.end() - at_a) <= kEnding &&
         static_cast<std::size_t>(b.end() - at_b) <= kEnding;
}

std::string without(std::string_view word, std::size_t at) {
  std::string out(word);
  out.erase(at, 1);
  return out;
}

bool has_one_letter_more(std::string_view longer, std::string_view shorter) {
  if (longer.size() != shorter.size() + 1) return false;
  const auto [more, rest] =
      std::mismatch(longer.begin(), longer.end(), shorter.begin(), shorter.end());
  return std::equal(more + 1, longer.end(), rest, shorter.end());
}

// Whether one letter was dropped, added, swapped with its neighbour or, in long words, replaced.
bool is_one_slip(std::string_view word, std::string_view other) {
  if (word == other || word[0] != other[0] || differ_in_ending(word, other)) return false;
  if (word.size() != other.size()) {
    return has_one_letter_more(word, other) || has_one_letter_more(other, word);
  }
  const auto first = std::mismatch(word.begin(), word.end(), other.begin());
  const std::string_view a(first.first, static_cast<std::size_t>(word.end() - first.first));
  const std::string_view b(first.second, a.size());
  if (a.substr(1) == b.substr(1)) return word.size() >= kShortestSwap;
  return a.size() > 1 && a[0] == b[1] && a[1] == b[0] && a.substr(2) == b.substr(2);
}

// `Accept-Range` for `Accept-Ranges` may be one's own header; so may a plural.
bool is_singular_of(std::string_view word, std::string_view header) {
  return fold_case(word) + "s" == fold_case(header) || fold_case(header) + "s" == fold_case(word);
}

}  // namespace

SlipFinder::SlipFinder(const WordCounts& counts) : counts_(counts) {
  for (const auto& [word, count] : counts_.all()) {
    // "though" is no slip for "through": the small words of a language lie close together.
    const bool tells = is_lower_word(word) && !is_function_word(word);
    const bool fits = word.size() >= kShortest && word.size() <= kLongestWord;
    if (count >= kCommon && fits && tells) add_common_word(word);
  }
  std::sort(near_.begin(), near_.end());
}

void SlipFinder::add_common_word(std::string_view word) {
  const auto add = [&](std::string_view stump) {
    near_.push_back({std::hash<std::string_view>()(stump), words_.size()});
  };
  add(word);
  for (std::size_t i = 0; i < word.size(); ++i) add(without(word, i));
  words_.push_back(word);
}

std::set<std::string_view> SlipFinder::miswritten(std::string_view word) const {
  if (word.size() < kShortest - 1 || word.size() > kLongestWord + 1 || !is_lower_word(word))
    return {};
  if (counts_[word] > 1) return {};
  if (is_established_word(word)) return {};  // "transmit" is no slip for "transit".
  std::set<std::string_view> meant;
  const auto look_up = [&](std::string_view stump) {
    const std::size_t hash = std::hash<std::string_view>()(stump);
    for (auto it = std::lower_bound(near_.begin(), near_.end(), Stump{hash, 0});
         it != near_.end() && it->hash == hash; ++it) {
      if (is_one_slip(word, words_[it->word])) meant.insert(words_[it->word]);
    }
  };
  look_up(word);
  for (std::size_t i = 0; i < word.size(); ++i) look_up(without(word, i));
  return meant;
}

std::vector<Slip> SlipFinder::find(std::string_view text) const {
  const std::vector<Token> tokens = tokenize(text);
  std::vector<Slip> slips;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const Span own{token.offset, token.offset + token.text.size()};
    const Span with_previous{i > 0 ? tokens[i - 1].offset : 0, own.end};
    if (i > 0 && is_doubled(tokens[i - 1], token)) {
      slips.push_back({Slip::Kind::doubled_word, with_previous, std::string(tokens[i - 1].text)});
    } else if (i > 0 && is_stray_blank(text, tokens, i)) {
      slips.push_back({Slip::Kind::stray_blank, with_previous, ""});
    }
    if (!token.is_word) continue;
    if (is_joined(token.text, counts_)) {
      std::string mended(token.text);
      mended.insert(hump(token.text), " ");
      slips.push_back({Slip::Kind::joined_words, own, std::move(mended)});
    } else if (const auto header = near_header_name(token.text)) {
      if (!is_singular_of(token.text, *header) && counts_[token.text] <= 1) {
        slips.push_back({Slip::Kind::miswritten_word, own, std::string(*header)});
      }
    } else if (const auto meant = miswritten(token.text); !meant.empty()) {
      slips.push_back(
          {Slip::Kind::miswritten_word, own, std::string(*meant.begin()), meant.size() == 1});
    }
  }
  return slips;
}

}  // namespace doccord
