// Tables: one entry a row. Rows with a single cell across the table name the class of those below.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "extract/shape.h"
#include "extract/tree_text.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

struct TableRow {
  std::vector<GridCell> cells;
  bool heading = true;  // All of its cells are th.
};

// A cell that reaches into the rows below it.
struct Hanging {
  GridCell cell;
  unsigned rows = 0;  // That are still to come.
};

constexpr unsigned kMostSpan = 1000;  // As HTML has it for columns.

// Reads rows one by one and puts every cell into its column, also where cells span rows or columns.
class RowReader {
 public:
  explicit RowReader(const Document& document) : document_(document) {}

  TableRow read(pugi::xml_node node) {
    TableRow row;
    for (const pugi::xml_node cell : node.children()) {
      const std::string_view name = cell.name();
      if (name != "td" && name != "th") continue;
      if (row.cells.size() > limits().columns) break;
      row.heading = row.heading && name == "th";
      add_hanging(row);
      const GridCell read = block_cell(document_, cell);
      const unsigned columns = std::clamp(cell.attribute("colspan").as_uint(1), 1U, kMostSpan);
      const unsigned rows = cell.attribute("rowspan").as_uint(1);
      if (rows > 1) hang(row.cells.size(), {read, std::min(rows, kMostSpan) - 1});
      row.cells.push_back(read);
      // A cell across all columns stays one cell, so that it is known as a heading.
      if (cell.next_sibling() || cell.previous_sibling()) {
        for (unsigned i = 1; i < columns; ++i) row.cells.emplace_back();
      }
    }
    add_hanging(row);
    return row;
  }

 private:
  void hang(std::size_t column, Hanging hanging) {
    if (hanging_.size() <= column) hanging_.resize(column + 1);
    hanging_[column] = std::move(hanging);
  }

  void add_hanging(TableRow& row) {
    while (row.cells.size() < hanging_.size() && hanging_[row.cells.size()].rows > 0) {
      Hanging& above = hanging_[row.cells.size()];
      --above.rows;
      row.cells.push_back(above.cell);
    }
  }

  const Document& document_;
  std::vector<Hanging> hanging_;  // By column.
};

std::size_t filled_cells(const TableRow& row) {
  return static_cast<std::size_t>(std::count_if(
      row.cells.begin(), row.cells.end(), [](const GridCell& cell) { return !cell.text.empty(); }));
}

Grid read_table(const Document& document, pugi::xml_node table, const SectionIndex& sections) {
  Grid grid;
  grid.shape = shapes::table.name;
  grid.below_headings = true;
  std::string section = sections.section_at(document.span(table).begin);
  std::size_t columns = 0;
  RowReader reader(document);
  for (const pugi::xml_node node : table.children("tr")) {
    TableRow row = reader.read(node);
    columns = std::max(columns, row.cells.size());
    // A matrix, or an attack: nobody lists entries in so many columns.
    if (columns > limits().columns) {
      grid.rows.clear();
      grid.too_wide = document.span(table);
      return grid;
    }
    const Span span = document.span(node);
    if (row.heading && grid.rows.empty() && row.cells.size() > 1) {
      grid.header.clear();
      for (const GridCell& cell : row.cells) grid.header.push_back(cell.text);
      grid.headings.push_back(span);
    } else if (columns > 1 && filled_cells(row) == 1 && !row.cells[0].text.empty()) {
      section = row.cells[0].text;
      grid.headings.push_back(span);
    } else if (filled_cells(row) > 0) {
      grid.rows.push_back({std::move(row.cells), section, span});
    }
  }
  return grid;
}

std::vector<Grid> propose(const DocumentTexts& texts) {
  std::vector<Grid> grids;
  for (const pugi::xml_node table : texts.elements_named("table")) {
    grids.push_back(read_table(texts.document(), table, texts.sections()));
  }
  return grids;
}

}  // namespace

const Shape shapes::table{
    .name = "table", .summary = "a table with one entry a row", .propose = propose};

}  // namespace doccord
