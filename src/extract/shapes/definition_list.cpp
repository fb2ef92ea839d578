// Definition lists: a term, or several, and the blocks below it. Lists within lists of the same
// kind are one grid, so that an entry whose key is itself a term further in is read as one row.

#include <string_view>
#include <utility>
#include <vector>

#include "extract/shape.h"
#include "extract/tree_text.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

void append_cells(GridRow& row, std::vector<GridCell> cells) {
  for (GridCell& cell : cells) row.cells.push_back(std::move(cell));
}

// The first text below an element that shows any, with the markup right before it; otherwise the
// element itself.
Span first_text(const Document& document, pugi::xml_node element) {
  for (const pugi::xml_node child : element.children()) {
    if (!is_blank(plain_text(child)) || !is_blank(child.value())) return document.span(child);
  }
  return document.span(element);
}

LinkedText operator+(const LinkedText& before, const LinkedText& next) {
  return {before.in_links + next.in_links, before.before_links + next.before_links,
          before.elsewhere + next.elsewhere};
}

void read_list(const Document& document, pugi::xml_node list, const SectionIndex& sections,
               Grid& grid) {
  bool in_terms = false;
  LinkedText linked;  // Of the row so far.
  for (const pugi::xml_node item : list.children()) {
    const std::string_view name = item.name();
    if (name != "dt" && name != "dd") continue;
    Span span = document.span(item);
    if (name == "dt" && !in_terms) {
      // The tag may stand at the end of a line that belongs to the entry before.
      if (item.first_child()) span.begin = first_text(document, item).begin;
      grid.rows.emplace_back();
      linked = {};
      grid.rows.back().span = span;
      grid.rows.back().section = sections.section_at(span.begin);
    }
    if (grid.rows.empty()) continue;  // A definition without a term.
    GridRow& row = grid.rows.back();
    row.span.end = span.end;
    if (name == "dt") {
      row.cells.push_back(block_cell(document, item));
    } else {
      append_cells(row, text_blocks(document, item));
    }
    linked = linked + count_linked_text(item);
    row.linked = only_leads_elsewhere(linked);
    in_terms = name == "dt";
  }
}

std::vector<Grid> propose(const DocumentTexts& texts) {
  const SectionIndex& sections = texts.sections();
  std::vector<Grid> grids;
  for (const pugi::xml_node list : texts.elements_named("dl")) {
    Grid grid;
    read_list(texts.document(), list, sections, grid);
    grid.shape = shapes::definition_list.name;
    grid.sequential = true;
    grid.keyed = true;
    grid.below_headings = true;
    grids.push_back(std::move(grid));
  }
  return grids;
}

}  // namespace

const Shape shapes::definition_list{.name = "definition-list",
                                    .summary = "a list of terms, each with its text below",
                                    .propose = propose};

}  // namespace doccord
