#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/grid.h"
#include "extract/text_layout.h"

namespace doccord {

// An entry that a markup language marks as such: what it is about, and the text below, as written.
struct MarkedEntry {
  std::vector<GridCell> terms;
  std::vector<GridCell> paragraphs;
  std::vector<Field> fields;
  std::string section;

  // Adds a line to the last paragraph, or opens another one with it.
  void add_text(std::string_view text, Span span, bool opens_paragraph);
};

// The rows that it makes, its texts printed by `print`. Options that share a text are ways to write
// one of them ("-v" above "--verbose"); other terms have a row each, with the same text.
std::vector<GridRow> rows_of(const MarkedEntry& entry, std::string (*print)(std::string_view));

// The heading that line `at` holds, without its marks; empty when it is none. It stands over a rule
// of its own length, as in reStructuredText and AsciiDoc, or behind "==".
std::string_view marked_heading(const std::vector<TextLine>& lines, std::size_t at);

}  // namespace doccord
