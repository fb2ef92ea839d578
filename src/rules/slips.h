#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
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
  // What is left of a common word, a place in words_, when one letter is taken out, or the word.
  struct Stump {
    std::size_t hash = 0;
    std::size_t word = 0;
    bool operator<(const Stump& other) const {
      return hash != other.hash ? hash < other.hash : word < other.word;
    }
  };

  void add_common_word(std::string_view word);
  // The common words that this one can be a slip of, in alphabetical order.
  std::set<std::string_view> miswritten(std::string_view word) const;

  const WordCounts& counts_;
  std::vector<std::string_view> words_;  // That several entries use; their texts are in counts_.
  std::vector<Stump> near_;              // Of all of them, in order.
};

}  // namespace doccord
