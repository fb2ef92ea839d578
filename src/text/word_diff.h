#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace doccord {

// A run of words that two texts share, or that one of them has alone. `removed` is in the first
// text only, `added` in the second only.
struct DiffRun {
  enum class Op { same, removed, added };
  Op op = Op::same;
  std::string text;
  friend bool operator==(const DiffRun&, const DiffRun&) = default;
};

// Aligns two texts word by word. Joining the texts of `same` and `removed` runs gives `a` back,
// `same` and `added` give `b` (white space collapsed). Changes are grouped so that a replaced
// phrase is one removed and one added run, not a chain of single words.
std::vector<DiffRun> word_diff(std::string_view a, std::string_view b);

// The same as one line: "the [-method-]{+HTTP verb+} used".
std::string marked_diff(std::string_view a, std::string_view b);

}  // namespace doccord
