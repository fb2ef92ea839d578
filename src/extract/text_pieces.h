#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "extract/grid.h"
#include "extract/text_layout.h"

namespace doccord {

// A piece of a line between gaps, with the column that it begins at, counted in code points.
struct TextPiece {
  std::size_t column = 0;
  std::string_view text;
  Span span;
};

// The pieces of a line, parted by gaps of two blanks or more.
std::vector<TextPiece> pieces_of(const TextLine& line);

// A line whose columns are parted by a mark: the column is the number of marks before it.
std::vector<TextPiece> marked_pieces_of(const TextLine& line, char mark);

// A rule that parts the heading from the rows: "-----", "=== ===", "─────".
bool is_rule(std::string_view text);

// Adds the piece to the cell of the column that it stands in; `columns` are where they begin.
void add_piece(GridRow& row, const std::vector<std::size_t>& columns, const TextPiece& piece);

}  // namespace doccord
