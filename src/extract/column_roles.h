#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "extract/grid.h"
#include "extract/key_column.h"

namespace doccord {

// What a column of a grid holds.
enum class Role { key, name, description, field, nothing };

// Average words up to which a text may be a name.
inline constexpr double kShortColumn = 5.0;

// Figures over the cells of a column that say what it holds.
struct ColumnLook {
  double filled = 0;     // Share of rows with text in it.
  double words = 0;      // Average over the filled ones.
  double constants = 0;  // Share of the filled ones that are one constant.
  double sentences = 0;  // Share of the filled ones that end as a sentence.
  double letters = 0;    // Share of the filled ones that begin with a letter.
  double distinct = 0;   // Share of the filled ones that are not repetitions.
  double bytes = 0;      // Average over the filled ones.
  double switches = 0;   // Share of the filled ones that say no more than yes or no.
};

// The looks of a grid's columns, each found when it is asked for first.
class ColumnLooks {
 public:
  // The grid must outlive it.
  explicit ColumnLooks(const Grid& grid) : grid_(grid), looks_(column_count(grid)) {}

  const Grid& grid() const { return grid_; }
  std::size_t columns() const { return looks_.size(); }
  const ColumnLook& at(std::size_t column);

 private:
  const Grid& grid_;
  std::vector<std::optional<ColumnLook>> looks_;
};

// The role of each column, once one of them is known to hold the keys: told by what stands in them
// first, by heading words second.
std::vector<Role> column_roles(ColumnLooks& looks, const KeyColumn& key);

}  // namespace doccord
