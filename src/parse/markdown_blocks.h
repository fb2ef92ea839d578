#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "parse/markdown_edits.h"
#include "parse/markdown_output.h"

namespace doccord {

// The lines of a Markdown text as its parser counts them, and where in them blocks stand.
class MarkdownLines {
 public:
  explicit MarkdownLines(const MarkdownEdits& edits);

  // `line` and `column` (bytes) count from 1.
  std::size_t offset(int line, int column) const;
  // The line without its end, or nothing behind the last one.
  Span line(std::size_t line) const;
  // The bytes from one position up to and including another, without blanks at the end.
  Span block(int line, int column, int end_line, int end_column) const;
  // Without the marks of headings and what stands before the text.
  Span heading_text(Span block) const;
  // Where a heading ends whose text ends at `text_end`; the parser can be a line late.
  std::size_t heading_end(Span block, std::size_t text_end) const;
  // Without link definitions that the parser took from its beginning.
  Span paragraph_text(Span block, std::string_view first_text) const;

  // A table's ruler is the line that parts its head from its body; the table begins at `begin`, on
  // its first line.
  std::size_t ruler_line(std::size_t first_line, std::size_t begin) const;
  // The cells of one row, without the blanks around them; the row begins at `begin` or behind it.
  std::vector<Span> cells(std::size_t line, std::size_t begin) const;

  // Writes the lines of a block of code, which begin at `line`; gives its end, with its fence.
  std::size_t copy_code(std::string_view literal, std::size_t line, bool fenced,
                        MarkdownOutput& out) const;
  // Writes the lines of a block of HTML.
  void copy_html(std::string_view literal, std::size_t line, MarkdownOutput& out) const;

 private:
  std::string_view text(Span span) const;
  Span find_at_end(std::string_view content, std::size_t line) const;
  void copy_visible(Span span, const std::vector<std::size_t>& escaped, std::size_t literal_offset,
                    MarkdownOutput& out) const;

  const MarkdownEdits& edits_;
  std::vector<std::size_t> starts_;
};

}  // namespace doccord
