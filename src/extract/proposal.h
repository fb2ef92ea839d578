#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/entry.h"
#include "extract/grid.h"
#include "extract/label.h"

namespace doccord {

// What the readings are called that a configuration defines itself, by `select` and by `pattern`.
inline constexpr std::string_view kSelectedShape = "select";
inline constexpr std::string_view kPatternShape = "pattern";

// The entries that one reading of a grid gives, before it is decided which reading is right.
struct Proposal {
  std::string_view shape;
  KeyPattern pattern = KeyPattern::number;
  std::vector<Entry> entries;
  std::vector<Suspect> suspects;  // Rows of the grid in which no key was found.
  std::vector<Span> headings;     // Of its own, as in a grid.
  bool below_headings = false;    // All headings of the document are headings for it, too.
  std::vector<Span> too_wide;     // Tables with more columns than the limits allow, in any reading.
  std::string layout;             // Equal for proposals that are cut from one list.
  std::string roles;              // What each column was taken for, for people.
  std::size_t rows = 0;           // Of the grid.
  double regularity = 0;          // Share of the grid's rows that gave an entry.
  double weight = 1;              // How much to trust this kind of key and column.
  double score = 0;               // Set by the scorer (score.h).
  Coverage coverage;              // Set when it is settled (extract.h).
};

// Tells which column of the grid is the key, which are names, which is the description, and reads
// the entries: one proposal for each way that holds, none when no column looks like keys.
std::vector<Proposal> read_grid(const Grid& grid);

}  // namespace doccord
