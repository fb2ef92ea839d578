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
// of the line's end. The text must outlive the index and be valid UTF-8. Where the text is that of
// several files, lines are counted anew from each of `file_starts`, which are starts of lines in
// ascending order.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text, const std::vector<std::size_t>& file_starts = {});

  Position position(std::size_t offset) const;
  std::size_t line_count() const { return starts_.size(); }
  // The bytes of the line that `offset` stands in, without its line end.
  Span line_span_at(std::size_t offset) const;
  // The same of line `line` (from 1), counted through the whole text.
  Span line_span(std::size_t line) const;
  std::string_view line(std::size_t line) const;
  std::string_view text() const { return text_; }

 private:
  std::size_t line_at(std::size_t offset) const;  // Counted through the whole text.
  bool has_long_line() const;
  std::size_t code_points_before(std::size_t offset) const;

  std::string_view text_;
  std::vector<std::size_t> starts_;       // Byte offset of each line's first byte.
  std::vector<std::size_t> first_lines_;  // Of each file but the first, counted as line_at does.
  // Code points before every so many bytes, so that a place in a long line is found at once;
  // empty where no line is long.
  std::vector<std::size_t> code_points_;
};

// What stands from `begin` to the end of its line, without the line end.
std::string_view line_from(std::string_view text, std::size_t begin);

}  // namespace doccord
