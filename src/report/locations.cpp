#include "report/locations.h"

#include <algorithm>

namespace doccord {

Locations::Locations(const SourceSet& sources) : sources_(sources) {
  indexes_.reserve(sources.sources.size());
  for (const Source& source : sources.sources) {
    indexes_.emplace_back(source.text, later_file_starts(source));
  }
}

Position Locations::end(std::size_t source, Span span) const {
  const std::size_t end = std::max(span.begin, span.end);
  const Source& of = sources_.sources[source];
  const bool of_next_file =
      end > span.begin && !of.files.empty() && end == file_at(of, span.begin).span.end;
  if (!of_next_file || of.text[end - 1] != '\n') return lines(source).position(end);
  return {lines(source).position(end - 1).line + 1, 1};
}

std::string_view Locations::file(std::size_t source, Span span) const {
  const Source& of = sources_.sources[source];
  return of.files.empty() ? std::string_view() : file_at(of, span.begin).path;
}

}  // namespace doccord
