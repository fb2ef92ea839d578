#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "load/source.h"
#include "text/line_index.h"

namespace doccord {

// Lines and columns of spans in any source of a run; each source is read for its lines once. The
// sources outlive this.
class Locations {
 public:
  explicit Locations(const SourceSet& sources);

  Position start(std::size_t source, Span span) const { return lines(source).position(span.begin); }
  // Exclusive, and never before the start.
  Position end(std::size_t source, Span span) const;
  const LineIndex& lines(std::size_t source) const { return indexes_[source]; }
  // Which file of a source that is a directory; empty for any other.
  std::string_view file(std::size_t source, Span span) const;

 private:
  const SourceSet& sources_;
  std::vector<LineIndex> indexes_;  // Parallel to the sources.
};

}  // namespace doccord
