#pragma once

#include <vector>

#include "extract/grid.h"
#include "extract/key_column.h"

namespace doccord {

// What a column of a grid holds.
enum class Role { key, name, description, field, nothing };

// Average words up to which a text may be a name.
inline constexpr double kShortColumn = 5.0;

// The role of each column, once one of them is known to hold the keys: told by what stands in them
// first, by heading words second.
std::vector<Role> column_roles(const Grid& grid, const KeyColumn& key);

}  // namespace doccord
