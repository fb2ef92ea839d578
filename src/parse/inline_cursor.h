#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/span.h"
#include "parse/markdown_edits.h"

namespace doccord {

class MarkdownOutput;

// Goes through the bytes of one Markdown block in step with what the parser made of them, and finds
// where each piece stands. The parser's own positions of inline elements cannot be relied on.
class InlineCursor {
 public:
  // The block's bytes in the edited text.
  InlineCursor(const MarkdownEdits& edits, Span block, bool in_table);

  std::size_t position() const { return at_; }
  std::size_t end() const { return end_; }

  // Writes text that the parser decoded, in HTML.
  void text(std::string_view decoded, MarkdownOutput& out);
  // The content of a code span; the cursor stands before its backticks.
  void code(std::string_view content, MarkdownOutput& out);
  // Inline HTML as it stands there. `as_text` shows the tag itself.
  void raw_html(std::string_view literal, bool as_text, MarkdownOutput& out);
  // A line break of either kind, to the first byte of the next line's text.
  Span line_break();
  // `count` delimiters such as `*` or `_`, if they are here.
  Span delimiters(std::size_t count);
  Span link_begin();
  // From `]` over the destination or label.
  Span link_end();
  Span image();
  Span footnote_reference();

 private:
  char now(std::size_t ahead = 0) const;
  bool copy_same(std::string_view decoded, std::size_t& i, MarkdownOutput& out);
  bool match_code_point(std::string_view decoded, std::size_t& i, MarkdownOutput& out);
  std::size_t entity_size() const;
  bool seek(std::string_view decoded);
  void skip_line_prefix();
  std::size_t bracket_end(std::size_t open) const;
  std::size_t destination_end(std::size_t open) const;

  std::string_view text_;  // Edited.
  std::size_t at_;
  std::size_t end_;
  bool in_table_;
};

}  // namespace doccord
