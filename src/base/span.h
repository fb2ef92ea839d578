#pragma once

#include <cstddef>

namespace doccord {

// A stretch of a source's text: byte offsets, `end` exclusive. Lines and columns are made from it
// on output only (text/line_index.h).
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return end <= begin; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  friend bool operator==(const Span&, const Span&) = default;
};

}  // namespace doccord
