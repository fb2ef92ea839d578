#include "extract/grid.h"

#include <algorithm>

#include "base/limits.h"

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

std::optional<Span> too_wide(const Grid& grid) {
  if (grid.too_wide) return grid.too_wide;
  if (grid.sequential || column_count(grid) <= limits().columns) return std::nullopt;
  return Span{grid.rows.front().span.begin, grid.rows.back().span.end};
}

}  // namespace doccord
