#pragma once

#include <cstddef>
#include <vector>

#include "compare/comparisons.h"
#include "rules/misfiling.h"
#include "rules/rule.h"

namespace doccord {

// A link between two readings of a record that are revisions of one text.
struct ReadingLink {
  const Comparison* comparison = nullptr;
  // The readings on either side once the link is cut, ascending; `a` holds comparison->a.
  std::vector<std::size_t> a_side;
  std::vector<std::size_t> b_side;
};

// Whether the two texts have nothing in common, so that their difference is not told word by word.
bool is_replaced(const Record& record, const Comparison& pair);

// The fewest and closest links that hold related readings of a record together: n of them are
// linked by n - 1. Misfiled readings are left out, and second ones of one source. Independent of
// the order of the sources.
std::vector<ReadingLink> link_readings(const RuleInput& input, std::size_t record,
                                       const std::vector<Misfiled>& misfiled);

}  // namespace doccord
