#include "cli/lsp/locations.h"

#include <algorithm>

namespace doccord::lsp {

Json position_json(EditorPosition position) {
  return {{"line", position.line}, {"character", position.character}};
}

EditorPosition position_from(const Json& json) {
  using Number = const Json::number_unsigned_t&;  // What is negative or a fraction throws.
  return {json.at("line").get_ref<Number>(), json.at("character").get_ref<Number>()};
}

Json range_json(const Snapshot& snapshot, std::size_t source, Span span) {
  const FileView& file = snapshot.file_of(source, span.begin);
  const std::size_t end = std::clamp(span.end, span.begin, std::max(span.begin, file.span.end));
  return {{"start", position_json(file.lines.position(span.begin - file.span.begin))},
          {"end", position_json(file.lines.position(end - file.span.begin))}};
}

Json location_json(const Snapshot& snapshot, std::size_t source, Span span) {
  return {{"uri", snapshot.file_of(source, span.begin).uri},
          {"range", range_json(snapshot, source, span)}};
}

}  // namespace doccord::lsp
