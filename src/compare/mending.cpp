#include "compare/mending.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "compare/lexicon.h"
#include "text/numbering.h"
#include "text/sequence_diff.h"
#include "text/utf8.h"

namespace doccord {
namespace {

std::vector<int> number_tokens(const UnitText& text, Numbering& numbering) {
  std::vector<int> numbers;
  numbers.reserve(text.folded.size());
  for (const std::string& token : text.folded) numbers.push_back(numbering.number_of(token));
  return numbers;
}

bool has_letters_only(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Whether they could be a slip of one another: not `behaviour` and `behavior`, not two apostrophes.
bool may_be_slips(std::string_view x, std::string_view y) {
  return has_letters_only(x) && has_letters_only(y) && american_spelling(x) != american_spelling(y);
}

}  // namespace

std::vector<Miswritten> find_miswritten(const UnitText& a, const UnitText& b,
                                        const WordEvidence& evidence) {
  Numbering numbering(a.folded.size() + b.folded.size());
  const std::vector<int> numbers_a = number_tokens(a, numbering);
  const std::vector<int> numbers_b = number_tokens(b, numbering);
  std::vector<Miswritten> found;
  for (const Change& change : diff_sequences(numbers_a, numbers_b)) {
    const std::size_t count = change.a_end - change.a_begin;
    if (count != change.b_end - change.b_begin) continue;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t token_a = change.a_begin + i;
      const std::size_t token_b = change.b_begin + i;
      const std::string& x = a.folded[token_a];
      const std::string& y = b.folded[token_b];
      if (!may_be_slips(x, y)) continue;
      if (is_slip(x, y, evidence)) {
        found.push_back({token_a, token_b, y});
      } else if (is_slip(y, x, evidence)) {
        found.push_back({token_a, token_b, x});
      }
    }
  }
  return found;
}

const UnitText& MendedTexts::read(const UnitText& text, const std::vector<Miswritten>& words,
                                  std::size_t Miswritten::*token_of) {
  if (words.empty()) return text;
  std::string mended;
  std::size_t copied = 0;
  for (const Miswritten& one : words) {
    const Token& token = text.tokens[one.*token_of];
    mended += text.text.substr(copied, token.offset - copied);
    // A capital stays one, or the word would be another.
    const bool capital = fold_case(token.text.substr(0, 1)) != token.text.substr(0, 1);
    std::string word = one.word;
    if (capital && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 32);
    mended += word;
    copied = token.offset + token.text.size();
  }
  mended += text.text.substr(copied);
  const auto [place, fresh] = known_.try_emplace({&text, std::move(mended)});
  UnitText& read = place->second;
  if (!fresh) return read;
  read = read_units(place->first.second, *text.glosses);
  if (read.tokens.size() != text.tokens.size()) {
    read = text;
  } else {
    read.text = text.text;
    read.tokens = text.tokens;
    read.folded = text.folded;
  }
  return read;
}

}  // namespace doccord
