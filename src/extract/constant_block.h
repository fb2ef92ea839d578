#pragma once

#include <cstddef>
#include <vector>

#include "extract/grid.h"

namespace doccord {

// The constants of one block of a program: an enumeration, a class, the lines of one macro, or all
// that stands in no brackets. Each row has the comments around it until it is decided which of them
// describe it.
struct ConstantBlock {
  enum Column : std::size_t { kName, kValue, kPhrase, kDescription, kColumns };

  Grid grid;
  std::vector<GridCell> above;   // By row: the comment above it.
  std::vector<GridCell> behind;  // By row: the comment behind it.
  std::vector<bool> opens;       // By row: whether it begins a group, behind other code or below
                                 // the heading of one.
};

// Chooses the descriptions, finds the headings of groups and drops enumerators without values where
// others have one: afterwards `grid` and `opens` are complete, `above` and `behind` used up.
void finish(ConstantBlock& block);

}  // namespace doccord
