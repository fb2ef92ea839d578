#pragma once

#include <cstddef>
#include <vector>

#include "base/span.h"

namespace doccord {

// A span for each of very many nodes. Nodes are told by numbers that run with their places in
// memory, so those of neighbours are kept together. (std::unordered_map takes twice the memory and
// three times the time.)
class SpanTable {
 public:
  // An empty one for a node that has none.
  Span at(std::size_t node) const;
  void set(std::size_t node, Span span);

 private:
  struct Slot {
    std::size_t node = 0;  // 0: free.
    Span span;
  };

  std::size_t place_of(std::size_t node) const;
  void grow();

  std::vector<Slot> slots_;  // A power of two of them, at most two thirds taken.
  std::size_t taken_ = 0;
};

}  // namespace doccord
