#include "extract/grid.h"

#include <algorithm>

namespace doccord {

std::string_view cell_text(const GridRow& row, std::size_t column) {
  return column < row.cells.size() ? std::string_view(row.cells[column].text) : std::string_view();
}

std::string_view header_text(const Grid& grid, std::size_t column) {
  return column < grid.header.size() ? std::string_view(grid.header[column]) : std::string_view();
}

std::size_t column_count(const Grid& grid) {
  std::size_t count = 0;
  for (const GridRow& row : grid.rows) count = std::max(count, row.cells.size());
  return count;
}

}  // namespace doccord
