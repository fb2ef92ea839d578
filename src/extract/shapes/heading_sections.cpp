// A section for each entry: its heading holds the key, what follows up to the next heading of the
// same or a higher level is its text. Headings under one parent are a grid of their own, so that a
// chapter of entries is found among chapters of something else.

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/shape.h"
#include "extract/tree_text.h"

namespace doccord {
namespace {

struct Section {
  std::size_t level = 0;
  GridCell heading;
  std::vector<const GridCell*> blocks;  // Up to the next heading of any level.
  std::size_t parent = 0;               // Place of the enclosing section + 1; 0: none.
};

std::vector<Section> read_sections(const DocumentTexts& texts) {
  std::vector<Section> sections;
  std::vector<std::size_t> open;  // Places + 1 of the sections that are open, outermost first.
  for (const Heading& heading : texts.sections().headings()) {
    while (!open.empty() && sections[open.back() - 1].level >= heading.level) open.pop_back();
    sections.push_back({heading.level,
                        {heading.text, heading.span, heading.coded},
                        {},
                        open.empty() ? 0 : open.back()});
    open.push_back(sections.size());
  }
  if (sections.empty()) return sections;
  std::size_t current = 0;
  for (const GridCell& block : texts.blocks()) {
    while (current < sections.size() && sections[current].heading.span.end <= block.span.begin)
      ++current;
    const bool heading =
        current < sections.size() && sections[current].heading.span.contains(block.span);
    if (current > 0 && !heading) sections[current - 1].blocks.push_back(&block);
  }
  return sections;
}

// The row of section `at`: its own blocks and those of the sections inside it.
GridRow row_of(const std::vector<Section>& sections, std::size_t at) {
  const Section& section = sections[at];
  GridRow row;
  row.cells.reserve(1 + section.blocks.size());
  row.cells.push_back(section.heading);
  row.span = section.heading.span;
  if (section.parent > 0) row.section = sections[section.parent - 1].heading.text;
  for (std::size_t i = at; i < sections.size() && (i == at || sections[i].level > section.level);
       ++i) {
    if (i != at) {
      row.cells.push_back(sections[i].heading);
      row.span.end = sections[i].heading.span.end;
    }
    for (const GridCell* block : sections[i].blocks) {
      row.cells.push_back(*block);
      row.span.end = block->span.end;
    }
  }
  return row;
}

std::vector<Grid> propose(const DocumentTexts& texts) {
  const std::vector<Section> sections = read_sections(texts);
  std::vector<std::vector<std::size_t>> children(sections.size() + 1);
  for (std::size_t i = 0; i < sections.size(); ++i) children[sections[i].parent].push_back(i);
  std::vector<Grid> grids;
  for (std::size_t parent = 0; parent < children.size(); ++parent) {
    if (children[parent].empty()) continue;
    Grid grid;
    grid.shape = shapes::heading_sections.name;
    grid.sequential = true;
    for (const std::size_t child : children[parent]) grid.rows.push_back(row_of(sections, child));
    if (parent > 0) grid.headings.push_back(sections[parent - 1].heading.span);
    grids.push_back(std::move(grid));
  }
  return grids;
}

}  // namespace

const Shape shapes::heading_sections{
    .name = "heading-sections",
    .summary = "a section for each entry, with the key in its heading",
    .propose = propose};

}  // namespace doccord
