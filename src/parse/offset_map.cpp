#include "parse/offset_map.h"

#include <algorithm>

namespace doccord {

void OffsetMap::add_copy(std::size_t size, std::size_t source_begin) {
  if (size == 0) return;
  const Span source{source_begin, source_begin + size};
  if (!pieces_.empty() && pieces_.back().copied && pieces_.back().source.end == source_begin) {
    pieces_.back().source.end = source.end;
  } else {
    pieces_.push_back({size_, source, true});
  }
  size_ += size;
}

void OffsetMap::add(std::size_t size, Span source) {
  if (size == 0) return;
  pieces_.push_back({size_, source, false});
  size_ += size;
}

Span OffsetMap::to_source(Span made) const {
  if (pieces_.empty()) return made;
  const Piece& first = piece_at(made.begin);
  const std::size_t begin =
      first.copied ? first.source.begin + (made.begin - first.begin) : first.source.begin;
  if (made.empty()) return {begin, begin};
  const Piece& last = piece_at(made.end - 1);
  const std::size_t end =
      last.copied ? last.source.begin + (made.end - last.begin) : last.source.end;
  return {begin, std::max(begin, end)};
}

const OffsetMap::Piece& OffsetMap::piece_at(std::size_t offset) const {
  const auto after =
      std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                       [](std::size_t at, const Piece& piece) { return at < piece.begin; });
  return after == pieces_.begin() ? *after : *(after - 1);
}

}  // namespace doccord
