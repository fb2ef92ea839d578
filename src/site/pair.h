#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "site/model.h"

namespace doccord {

// Two sources, key by key.
struct Pair {
  struct Shared {
    std::size_t record = 0;
    State state = State::own;  // `same` to `own`, or `no_text` when one of them describes nothing.
  };
  std::size_t a = 0;
  std::size_t b = 0;
  std::vector<Shared> shared;       // Keys that both have, in order.
  std::vector<std::size_t> only_a;  // Records.
  std::vector<std::size_t> only_b;

  std::size_t count(State state) const;
};

// How the texts of both stand to one another at a key that both have, and the comparison that
// tells; null where one of them has no text, both have the same, or nothing compares them.
struct PairAtKey {
  State state = State::own;
  const Comparison* comparison = nullptr;
};
PairAtKey pair_at_key(const Model& model, std::size_t record, std::size_t a, std::size_t b);

Pair make_pair_of(const Model& model, std::size_t a, std::size_t b);

}  // namespace doccord
