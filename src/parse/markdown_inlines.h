#pragma once

#include <cstddef>
#include <string_view>

#include "base/span.h"
#include "parse/inline_cursor.h"
#include "parse/markdown_edits.h"
#include "parse/markdown_output.h"

struct cmark_node;

namespace doccord {

// What is to become of the line breaks of a block.
enum class LineBreaks { kept, part_terms };

// Writes what stands in the lines of Markdown blocks, one block after the other.
class InlineWriter {
 public:
  InlineWriter(const MarkdownEdits& edits, MarkdownOutput& out);

  // The next block has its text there.
  void begin(Span text, LineBreaks breaks);
  void begin_cell(Span text);
  // Says whether what is in the node is to be entered too.
  bool enter(cmark_node* node);
  void leave(cmark_node* node);
  // Behind what was written last.
  std::size_t position() const { return cursor_.position(); }
  // Behind the block's last byte.
  std::size_t end() const;

 private:
  void write_leaf(cmark_node* node);
  void write_soft_break();

  const MarkdownEdits& edits_;
  MarkdownOutput& out_;
  InlineCursor cursor_;
  LineBreaks breaks_ = LineBreaks::kept;
};

}  // namespace doccord
