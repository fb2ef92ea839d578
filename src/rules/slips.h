#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/span.h"
#include "rules/word_counts.h"

namespace doccord {

// A fault that a text shows by itself.
struct Slip {
  enum class Kind { doubled_word, joined_words, stray_blank, miswritten_word };
  Kind kind = Kind::doubled_word;
  Span span;           // In the text.
  std::string mended;  // What it should probably be; empty when that is plain.
  bool sure = true;    // No other word can be meant.
};

// Finds slips in the texts of one run, whose words are its dictionary. Rather silent than wrong:
// identifiers, names and numbers are left alone, and so is whatever can be another form of a word.
class SlipFinder {
 public:
  explicit SlipFinder(const WordCounts& counts);
  std::vector<Slip> find(std::string_view text) const;

 private:
  void add_common_word(const std::string& word);
  // The common words that this one can be a slip of, in alphabetical order.
  std::set<std::string> miswritten(std::string_view word) const;

  const WordCounts& counts_;
  // Words that several entries use, by what is left of them when one letter is taken out.
  std::unordered_multimap<std::string, std::string> near_;
};

}  // namespace doccord
