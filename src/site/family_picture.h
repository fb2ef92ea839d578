#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "site/template.h"

namespace doccord {

// Which of two members came first, as far as anything tells.
enum class CameFirst { unknown, a, b };

// Two members of a family, how many of their shared keys have the same text, and which is earlier.
struct FamilyEdge {
  std::size_t a = 0;  // Places among the members.
  std::size_t b = 0;
  std::size_t same = 0;
  std::size_t shared = 0;
  CameFirst first = CameFirst::unknown;
};

// For the partial `picture`: the members on a ring, joined by lines that are the thicker the more
// texts two of them share, with an arrow from the earlier to the later one or the words that this
// cannot be told. Above a handful of members only the closest ties are drawn, just enough
// to hang together; the list beside the picture has them all. Whole numbers only, so that the bytes
// are the same everywhere.
Value family_picture(const std::vector<std::string>& ids, std::vector<FamilyEdge> edges);

}  // namespace doccord
