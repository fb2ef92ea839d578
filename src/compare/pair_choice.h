#pragma once

#include <cstddef>
#include <vector>

#include "reconcile/registry.h"

namespace doccord {

// Two readings or two names of a record, by place; first < second.
struct PlacePair {
  std::size_t first = 0;
  std::size_t second = 0;
  friend bool operator==(const PlacePair&, const PlacePair&) = default;
};

// The pairs that are compared: all of them, or, beyond 16 readings or names, each with the most
// common one, so that the work does not grow with the square of what many sources say.
struct PairChoice {
  std::vector<PlacePair> pairs;  // Sorted.
  bool limited = false;
};
PairChoice choose_pairs(const std::vector<Reading>& readings);
PairChoice choose_pairs(const std::vector<NameUse>& names);

}  // namespace doccord
