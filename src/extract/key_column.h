#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/grid.h"
#include "extract/label.h"

namespace doccord {

// One way to read the key of each row.
struct KeyColumn {
  std::size_t column = 0;
  KeyPattern pattern = KeyPattern::number;
  LabelForm form = LabelForm::whole;
  std::size_t matches = 0;
  double weight = 0;
  std::string lead;  // Words that all cells have before the key: "Bug check" of "Bug check 0xA".
};

// All ways to read keys that hold for the grid: told by what stands in the cells first, by heading
// words second.
std::vector<KeyColumn> find_key_columns(const Grid& grid);

// Reads the key of a row. A word stands as a key before other text when it is a constant or code.
std::optional<Label> read_cell_label(const GridRow& row, const KeyColumn& key);

}  // namespace doccord
