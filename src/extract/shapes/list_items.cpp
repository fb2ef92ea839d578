// List items that open with their key: "- 404 Not Found". Items of inner lists are either part of
// the text of the item around them or entries of their own (404.15 below 404), so both are
// proposed.

#include <cstddef>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/shape.h"
#include "extract/tree_text.h"

namespace doccord {
namespace {

bool is_list(pugi::xml_node node) {
  const std::string_view name = node.name();
  return name == "ul" || name == "ol";
}

GridRow row_of(const Document& document, pugi::xml_node item, const SectionIndex& sections) {
  GridRow row;
  row.cells = text_blocks(document, item);
  row.span = document.span(item);
  row.section = sections.section_at(row.span.begin);
  row.linked = only_leads_elsewhere(count_linked_text(item));
  return row;
}

// The row without what inner lists of its item hold; their items are rows of their own.
GridRow shallow(GridRow row, const Document& document, pugi::xml_node item) {
  for (const pugi::xml_node child : item.children()) {
    if (!is_list(child)) continue;
    const Span inner = document.span(child);
    std::erase_if(row.cells, [&](const GridCell& cell) { return inner.contains(cell.span); });
    if (!row.cells.empty()) row.span.end = row.cells.back().span.end;
  }
  return row;
}

// The outermost list that the item stands in.
pugi::xml_node outermost_list(pugi::xml_node item) {
  pugi::xml_node outermost = item.parent();
  for (pugi::xml_node above = outermost; above; above = above.parent()) {
    if (is_list(above)) outermost = above;
  }
  return outermost;
}

std::vector<Grid> propose(const DocumentTexts& texts) {
  const Document& document = texts.document();
  const SectionIndex& sections = texts.sections();
  // By the bytes at which the list begins, so that grids come in document order.
  std::map<std::size_t, Grid> lists;
  std::map<std::size_t, Grid> flattened;
  std::set<std::size_t> nested;
  for (const pugi::xml_node item : texts.elements_named("li")) {
    const pugi::xml_node outermost = outermost_list(item);
    const std::size_t top = document.span(outermost).begin;
    GridRow row = row_of(document, item, sections);
    flattened[top].rows.push_back(shallow(row, document, item));
    lists[document.span(item.parent()).begin].rows.push_back(std::move(row));
    if (outermost != item.parent()) nested.insert(top);
  }
  std::vector<Grid> grids;
  for (auto& [begin, grid] : lists) grids.push_back(std::move(grid));
  for (const std::size_t top : nested) grids.push_back(std::move(flattened[top]));
  for (Grid& grid : grids) {
    grid.shape = shapes::list_items.name;
    grid.sequential = true;
    grid.below_headings = true;
  }
  return grids;
}

}  // namespace

const Shape shapes::list_items{.name = "list-items",
                               .summary = "a list in which each item opens with its key",
                               .propose = propose};

}  // namespace doccord
