#pragma once

#include <cstddef>
#include <vector>

#include "base/span.h"
#include "load/source.h"
#include "text/line_index.h"

namespace doccord {

// Lines and columns of spans in any source of a run; each source is read for its lines once.
class Locations {
 public:
  explicit Locations(const SourceSet& sources);

  Position start(std::size_t source, Span span) const { return lines(source).position(span.begin); }
  // Exclusive, and never before the start.
  Position end(std::size_t source, Span span) const;
  const LineIndex& lines(std::size_t source) const { return indexes_[source]; }

 private:
  std::vector<LineIndex> indexes_;  // Parallel to the sources.
};

}  // namespace doccord
