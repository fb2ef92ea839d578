// Tables: one entry a row. Rows with a single cell across the table name the class of those below.

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/shape.h"
#include "extract/tree_text.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

struct TableRow {
  pugi::xml_node node;
  std::vector<GridCell> cells;
  bool heading = true;  // All of its cells are th.
};

TableRow read_row(const Document& document, pugi::xml_node node) {
  TableRow row{node, {}, true};
  for (const pugi::xml_node cell : node.children()) {
    const std::string_view name = cell.name();
    if (name != "td" && name != "th") continue;
    row.heading = row.heading && name == "th";
    row.cells.push_back({plain_text(cell), document.span(cell)});
  }
  return row;
}

std::size_t filled_cells(const TableRow& row) {
  return static_cast<std::size_t>(std::count_if(
      row.cells.begin(), row.cells.end(), [](const GridCell& cell) { return !cell.text.empty(); }));
}

Grid read_table(const Document& document, pugi::xml_node table, const SectionIndex& sections) {
  Grid grid;
  grid.shape = shapes::table.name;
  grid.headings = sections.spans();
  std::string section = sections.section_at(document.span(table).begin);
  std::size_t columns = 0;
  for (const pugi::xml_node node : table.children("tr")) {
    TableRow row = read_row(document, node);
    columns = std::max(columns, row.cells.size());
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

std::vector<Grid> propose(const Document& document) {
  const SectionIndex sections(document);
  // Tables with the same heading row are one table that was cut by headings.
  std::map<std::vector<std::string>, std::size_t> place_of_header;
  std::vector<Grid> grids;
  for (const pugi::xml_node table : elements_named(document, "table")) {
    Grid grid = read_table(document, table, sections);
    const auto [place, fresh] = place_of_header.try_emplace(grid.header, grids.size());
    if (fresh || grid.header.empty()) {
      grids.push_back(std::move(grid));
      continue;
    }
    Grid& same = grids[place->second];
    std::move(grid.rows.begin(), grid.rows.end(), std::back_inserter(same.rows));
    same.headings.insert(same.headings.end(), grid.headings.begin(), grid.headings.end());
  }
  return grids;
}

}  // namespace

const Shape shapes::table{
    .name = "table", .summary = "a table with one entry a row", .propose = propose};

}  // namespace doccord
