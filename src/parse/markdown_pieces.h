#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "parse/markdown_edits.h"
#include "parse/markdown_guard.h"
#include "parse/markdown_output.h"
#include "parse/markdown_parser.h"

namespace doccord {

// Parses a Markdown text piece by piece, so that what the parser holds is bounded by a piece: what
// is written of the pieces is what would be written of the whole.
//
// A piece ends where the next line is a heading, has a blank line above it and closes all that is
// open; whether it does the parser itself is asked. A text in which one place may refer to another,
// as to a footnote, is one piece.
class MarkdownPieces {
 public:
  // The text from `begin` on, in pieces of at least so many bytes.
  MarkdownPieces(std::string_view text, std::size_t begin, std::size_t least);

  bool at_end() const { return end_ == text_.size(); }
  // Parses the next piece. The one before is gone then.
  std::optional<MarkdownFailure> next();
  // Writes the piece that was parsed last.
  void write(MarkdownOutput& out) const;
  bool is_first() const { return begin_ == first_; }
  // Begins again.
  void rewind() {
    end_ = first_;
    steps_ = 0;
  }

 private:
  std::optional<MarkdownFailure> parse();
  std::size_t next_cut(std::size_t from) const;

  std::string_view text_;
  std::size_t first_;
  std::size_t least_;
  std::size_t steps_ = 0;  // Of work, for all pieces.
  std::size_t begin_ = 0;  // Of the piece.
  std::size_t end_;
  MarkdownEdits edits_;
  std::optional<MarkdownParser> parser_;
  cmark_node* root_ = nullptr;
};

}  // namespace doccord
