#pragma once

#include <cstddef>
#include <vector>

#include "compare/comparisons.h"
#include "reconcile/registry.h"

namespace doccord {

// Documents up to which any two of them are held against each other, on 4950 pages of the website.
// Of more, of which nobody would look at most, each is with those that are closest to it.
inline constexpr std::size_t kMostAllPaired = 100;
inline constexpr std::size_t kClosest = 8;

// Which documents are looked at two by two: in what tells how a family hangs together, and on pages
// of the website.
struct Partners {
  bool everyone = true;                      // Any two of them.
  std::vector<std::vector<std::size_t>> of;  // By source; ascending, and in both directions.

  bool has(std::size_t a, std::size_t b) const;
  std::size_t pairs() const;
};

// The place in Record::readings of the first text that each source has, by record, then source;
// Claim::no_reading where it has none.
using ReadingTable = std::vector<std::vector<std::size_t>>;
ReadingTable make_reading_table(const Registry& registry);

// `family_of` by source. Close is who has the same text at most keys. Of a large family, only those
// that stand near each other are looked at, so that the work grows with the sources and not with
// their square.
Partners choose_partners(const ReadingTable& readings,
                         const std::vector<std::vector<std::size_t>>& families,
                         const std::vector<std::size_t>& family_of);
Partners choose_partners(const Registry& registry, const Comparisons& comparisons);

}  // namespace doccord
