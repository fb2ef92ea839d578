#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "reconcile/registry.h"

namespace doccord {

// How many entries of the run have a word in their descriptions, letter case aside: what tells a
// slip from a word.
class WordCounts {
 public:
  explicit WordCounts(const Registry& registry);
  std::size_t operator[](std::string_view word) const;
  // Every word, in lower case, with its count; in no particular order.
  const std::unordered_map<std::string, std::size_t>& all() const { return counts_; }

 private:
  std::unordered_map<std::string, std::size_t> counts_;
};

}  // namespace doccord
