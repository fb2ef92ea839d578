#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "parse/document.h"

namespace doccord {

// One line of plain text as an eye sees it, or a block of another format read like one.
struct TextLine {
  std::string_view text;   // Trimmed.
  Span span;               // Of the trimmed text.
  std::size_t indent = 0;  // Columns before it; tabs reach to the next multiple of 8.
  bool heading = false;    // Its format says that it is a heading.
  bool coded = false;      // Begins with code.
  bool inner = false;  // Stands inside a table or list, or is markup: it opens no entry by itself.
  bool blank() const { return text.empty(); }
};

// The lines of a document in plain text.
std::vector<TextLine> text_lines_of(const Document& document);

// The lines of a source as written, whatever its format.
std::vector<TextLine> raw_lines_of(std::string_view text);

// Whether line `at` reads as a heading and not as part of a text: short, without a full stop, with
// a blank line or the end of a sentence above it, and with something below that it can be over.
bool is_heading_line(const std::vector<TextLine>& lines, std::size_t at);

// A heading without what marks it as one in plain text: "// 2xx: Success" becomes "2xx: Success".
std::string_view heading_text(std::string_view line);

// Bytes of the mark of a list item at the start of a line, with the blanks behind it.
std::size_t item_mark_size(std::string_view text);

// The first line below `line` that is not blank, or lines.size().
std::size_t next_text(const std::vector<TextLine>& lines, std::size_t line);

// The line with text above `line`, or lines.size().
std::size_t text_above(const std::vector<TextLine>& lines, std::size_t line);

}  // namespace doccord
