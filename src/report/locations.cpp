#include "report/locations.h"

#include <algorithm>

namespace doccord {

Locations::Locations(const SourceSet& sources) {
  indexes_.reserve(sources.sources.size());
  for (const Source& source : sources.sources) indexes_.emplace_back(source.text);
}

Position Locations::end(std::size_t source, Span span) const {
  return lines(source).position(std::max(span.begin, span.end));
}

}  // namespace doccord
