#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace doccord::lsp {

// A place as editors count: both numbers from 0, the character in UTF-16 code units.
struct EditorPosition {
  std::size_t line = 0;
  std::size_t character = 0;
  friend bool operator==(const EditorPosition&, const EditorPosition&) = default;
};

// Turns byte offsets of one text into an editor's places and back. Unlike LineIndex, a CR alone
// ends a line, as the protocol has it. The text must outlive this and be valid UTF-8.
class EditorLines {
 public:
  explicit EditorLines(std::string_view text);

  EditorPosition position(std::size_t offset) const;
  // A place beyond a line's end is that end, one beyond the last line the end of the text, and one
  // inside a character that character's start.
  std::size_t offset(EditorPosition position) const;

 private:
  std::size_t units_before(std::size_t offset) const;
  Span line_span(std::size_t line) const;  // Without the line end.

  std::string_view text_;
  std::vector<std::size_t> starts_;  // Byte offset of each line's first byte.
  std::vector<std::size_t> units_;   // UTF-16 units before every so many bytes.
};

}  // namespace doccord::lsp
