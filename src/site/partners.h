#pragma once

#include <cstddef>
#include <vector>

#include "site/cell.h"

namespace doccord {

// Documents up to which any two of them have a page together, 4950 pages. Of more, of which nobody
// would look at most, each has one with those that are closest to it.
inline constexpr std::size_t kMostAllPaired = 100;
inline constexpr std::size_t kClosest = 8;

// Which documents have a page together.
struct Partners {
  bool everyone = true;                      // Any two of them.
  std::vector<std::vector<std::size_t>> of;  // By source; ascending, and in both directions.

  bool has(std::size_t a, std::size_t b) const;
  std::size_t pairs() const;
};

// `cells` by record, then source; `family_of` by source. Close is who has the same text at most
// keys. Of a large family, only those that stand near each other are looked at, so that the work
// grows with the sources and not with their square.
Partners choose_partners(const std::vector<std::vector<Cell>>& cells,
                         const std::vector<std::vector<std::size_t>>& families,
                         const std::vector<std::size_t>& family_of);

}  // namespace doccord
