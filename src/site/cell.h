#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "compare/comparisons.h"
#include "reconcile/registry.h"

namespace doccord {

// How what one source says about one key stands to what the others say: what a cell of the matrix
// shows.
enum class State {
  same,        // The text that most of its family has, to the letter.
  formatting,  // These differ from it as the kind says.
  spelling,
  notation,
  wording,
  meaning,
  replaced,  // Another text altogether, though its family shares one.
  own,       // A text of its own: nobody of its family has the key.
  alone,     // No other source has the key.
  no_text,   // A name without a description.
  missing,   // The source does not have the key.
};

// What people read and see for a state.
struct StateWords {
  State state;
  std::string_view id;       // For style sheets and data files.
  std::string_view word;     // For a cell.
  std::string_view meaning;  // For a legend.
};

// All states, from `same` to `missing`.
const std::array<StateWords, 11>& all_states();
const StateWords& words_of(State state);

struct Cell {
  State state = State::missing;
  std::optional<std::size_t> reading;  // Place in Record::readings.
  std::optional<std::size_t> base;     // The reading that it was held against, if that is another.
};

// The state of every source in one record, parallel to the registry's sources. Within a family a
// text is held against the one that most members have; when no two agree, against the nearest.
std::vector<Cell> make_cells(const Record& record, const RecordComparison& compared,
                             const Comparisons& comparisons, std::size_t source_count);

// The state that says the same as a kind of difference between two texts of one family.
State state_of(Kind kind);

}  // namespace doccord
