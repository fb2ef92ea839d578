#pragma once

#include <cstddef>
#include <vector>

#include "reconcile/registry.h"

namespace doccord {

// Which sources are revisions of one text, and how near they are to one another.
class Kinship {
 public:
  explicit Kinship(const Registry& registry);

  // A partition of the sources, each family ascending, by first source. Two sources belong together
  // when much of what both say is in the same words, beyond what independent authors share;
  // families are the connected sources.
  const std::vector<std::vector<std::size_t>>& families() const { return families_; }

  // Whether most of what both say is in the same words, so that a text of one that has nothing in
  // common with the other's has replaced it, rather than come from elsewhere.
  bool are_close(std::size_t s, std::size_t t) const;

 private:
  std::size_t sources_ = 0;
  std::vector<std::vector<std::size_t>> families_;
  std::vector<bool> close_;  // By pair of sources.
};

}  // namespace doccord
