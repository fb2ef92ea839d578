#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace doccord {

// Numbers for the words of a few texts, from 0 on in the order in which they come; equal words have
// one. Made for two sentences at a time, of which very many are compared: it asks for memory once.
class Numbering {
 public:
  // As many different words as may come; there is room for no more.
  explicit Numbering(std::size_t most);

  // The word's bytes must outlive the numbering.
  int number_of(std::string_view word);

 private:
  struct Slot {
    std::string_view word;
    int number = -1;
  };
  std::vector<Slot> slots_;  // Two for each word or more, a power of two.
  int count_ = 0;
};

}  // namespace doccord
