#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compare/comparisons.h"
#include "compare/units.h"

namespace doccord {

// Units of a text, by place; end exclusive.
struct UnitRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool empty() const { return begin == end; }
};

// Two units with the same key, one of each text.
struct Match {
  std::size_t a = 0;
  std::size_t b = 0;
};

// Something that was seen about a place of the two texts.
struct Finding {
  Kind kind = Kind::identical;
  UnitRange a;  // Either may be empty, both may not.
  UnitRange b;
  std::string reason;
  // One open word or phrase for another, which further evidence may yet explain.
  bool is_replacement = false;
};

// Two texts side by side: the units with weight that match, in order, and what is known so far
// about the others.
struct Alignment {
  const UnitText& a;
  const UnitText& b;
  std::vector<Match> matches;
  std::vector<bool> open_a;  // Units with weight that nothing explains yet.
  std::vector<bool> open_b;
  std::vector<Finding> findings;
  bool is_moved = false;       // Words stand in another order.
  bool voice_differs = false;  // One text says in the passive what the other says in the active.
};

Alignment align(const UnitText& a, const UnitText& b);

// Share of the units with weight that match, 0 to 1.
double matched_share(const Alignment& alignment);

}  // namespace doccord
