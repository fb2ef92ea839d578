#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace doccord {

// A place for people and editors: both numbers count from 1, the column in code points.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
  friend bool operator==(const Position&, const Position&) = default;
};

// Turns byte offsets of one text into lines and columns. Lines end with LF; a CR before it is part
// of the line's end. The text must outlive the index and be valid UTF-8.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  Position position(std::size_t offset) const;
  std::size_t line_count() const { return starts_.size(); }
  // The bytes of line `line` (from 1) without its line end.
  Span line_span(std::size_t line) const;
  std::string_view line(std::size_t line) const;
  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;  // Byte offset of each line's first byte.
};

}  // namespace doccord
