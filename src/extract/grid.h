#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "extract/entry.h"

namespace doccord {

// One text of a candidate entry, with the bytes that it was made from.
struct GridCell {
  std::string text;  // Plain, white space collapsed.
  Span span;
  bool coded = false;  // It begins with code: what programs are told, not what people say.
  friend bool operator==(const GridCell&, const GridCell&) = default;
};

// One candidate entry as a shape sees it: texts by column, no opinion yet on which is the key.
struct GridRow {
  std::vector<GridCell> cells;
  std::string section;  // The heading that it stands under.
  Span span;
  std::vector<Field> fields = {};  // What the layout itself labels, beside the cells.
  bool linked = false;  // It only leads to where it is told of, as in a table of contents.
  friend bool operator==(const GridRow&, const GridRow&) = default;
};

// Candidate entries of one layout. Every shape reads a document into grids; which column is the
// key, which a name and which the description is told afterwards, for all shapes alike
// (read_grid.cpp).
struct Grid {
  std::string_view shape;           // As in shapes.def.
  std::vector<std::string> header;  // Heading words by column; may be empty or short.
  std::vector<GridRow> rows;
  // Columns are parts that follow one another (a term and the blocks below it), not cells side by
  // side: all that follows the key and the names is the description.
  bool sequential = false;
  // The layout itself says that the first column holds what the entries are about, as the terms of
  // a definition list do, so that plain words may be keys.
  bool keyed = false;
  // Spans that are headings of its own: of columns, and of parts of it.
  std::vector<Span> headings;
  // The document's headings part what is not of it, and are no candidates themselves.
  bool below_headings = false;
  // What the layout knows of the kind of these candidates; lists of two kinds are never joined.
  std::string kind;
  // What has more columns than the limits allow; then there are no rows.
  std::optional<Span> too_wide;
  friend bool operator==(const Grid&, const Grid&) = default;
};

// The text of a cell, or of a column's heading; empty when there is none.
std::string_view cell_text(const GridRow& row, std::size_t column);
std::string_view header_text(const Grid& grid, std::size_t column);

// The most cells that a row has.
std::size_t column_count(const Grid& grid);

// What of the document has too many columns to be read as this grid; nothing when it has not.
std::optional<Span> too_wide(const Grid& grid);

}  // namespace doccord
