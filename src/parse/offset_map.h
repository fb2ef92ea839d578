#pragma once

#include <cstddef>
#include <vector>

#include "base/span.h"

namespace doccord {

// Where in the source the bytes of a text made from it come from. Without pieces the text is the
// source.
class OffsetMap {
 public:
  // The next `size` bytes of the text are those of `source`, byte for byte.
  void add_copy(std::size_t size, std::size_t source_begin);
  // The next `size` bytes of the text stand for all of `source`.
  void add(std::size_t size, Span source);

  Span to_source(Span made) const;
  std::size_t to_source(std::size_t offset) const { return to_source({offset, offset + 1}).begin; }

 private:
  struct Piece {
    std::size_t begin;  // In the text; a piece ends where the next one begins.
    Span source;
    bool copied;
  };

  const Piece& piece_at(std::size_t offset) const;

  std::vector<Piece> pieces_;
  std::size_t size_ = 0;
};

}  // namespace doccord
