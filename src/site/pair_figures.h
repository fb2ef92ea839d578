#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "compare/partners.h"
#include "site/cell.h"

namespace doccord {

struct Model;

// How two sources stand to one another over all keys, in figures.
struct PairFigures {
  std::size_t shared = 0;                  // Keys that both have.
  std::size_t either = 0;                  // Keys that one of them or both have.
  std::array<std::size_t, 11> by_state{};  // Of the shared keys, by the state of their texts.
  std::size_t with_words = 0;    // Shared keys of which it is known how many words are in common.
  std::size_t common_words = 0;  // At those, hundredths of words in common, summed.
  std::size_t same_names = 0;    // Shared keys at which they have a name in common.

  std::size_t count(State state) const { return by_state[static_cast<std::size_t>(state)]; }
  // Keys whose texts are revisions of one another, but not the same.
  std::size_t differing() const;
};

// The figures of all that are partners, counted once: several pages show them.
class PairTable {
 public:
  PairTable() = default;
  // Needs all of the model but its pairs.
  explicit PairTable(const Model& model);

  // In any order; the two are partners.
  const PairFigures& of(std::size_t a, std::size_t b) const;

 private:
  Partners partners_;
  std::vector<std::vector<PairFigures>> rows_;  // By source, then parallel to its partners.
};

}  // namespace doccord
