#include "cli/lsp/diagnostics.h"

#include <algorithm>

#include "cli/lsp/locations.h"
#include "report/reported.h"
#include "text/line_index.h"
#include "text/terminal.h"
#include "text/utf8.h"

namespace doccord::lsp {
namespace {

constexpr std::size_t kMostRelated =
    50;  // Of one diagnostic; what agrees at all keys has very many.

int severity_of(Level level) { return level == Level::error ? 1 : level == Level::warning ? 2 : 3; }

Json related_json(const Snapshot& snapshot, const Discrepancy& discrepancy) {
  Json related = Json::array();
  const std::size_t end = std::min(discrepancy.places.size(), kMostRelated + 1);
  for (std::size_t i = 1; i < end; ++i) {
    const Place& place = discrepancy.places[i];
    const std::string& id = snapshot.results->sources.sources[place.source].id;
    const std::string label = place.label.empty() ? "in `" + id + "`" : place.label;
    related.push_back({{"location", location_json(snapshot, place.source, place.span)},
                       {"message", terminal_safe(label)}});
  }
  return related;
}

Json diagnostic_json(const Snapshot& snapshot, const Discrepancy& discrepancy) {
  const Place& place = discrepancy.places.front();
  Json json{{"range", range_json(snapshot, place.source, place.span)},
            {"severity", severity_of(discrepancy.level)},
            {"code", discrepancy.code},
            {"source", "doccord"},
            {"message", terminal_safe(discrepancy.message)}};
  Json related = related_json(snapshot, discrepancy);
  if (!related.empty()) json["relatedInformation"] = std::move(related);
  json["data"] = {{"id", discrepancy.id}};
  return json;
}

// From the place of the error to the end of its line; errors count in code points.
Json range_of_error(const std::string& text, const Error& error) {
  const EditorLines lines(text);
  Span span{0, 0};
  if (const LineIndex index(text); error.line > 0 && error.line <= index.line_count()) {
    span = index.line_span(error.line);
    for (std::size_t i = 1; i < error.column && span.begin < span.end; ++i) {
      span.begin += code_point_at(text, span.begin).size;
    }
  }
  return {{"start", position_json(lines.position(span.begin))},
          {"end", position_json(lines.position(span.end))}};
}

void add_errors(const Workspace& workspace, const std::vector<Error>& errors,
                std::map<std::string, Json>& by_file) {
  for (const Error& error : errors) {
    if (error.path.empty()) continue;
    std::string text = workspace.text_of(error.path);
    // Such a text may be what is wrong; what is before the fault is enough to find it.
    if (const auto bad = find_invalid_utf8(text)) text.resize(*bad);
    by_file[workspace.uri_of(error.path)].push_back({{"range", range_of_error(text, error)},
                                                     {"severity", 1},
                                                     {"source", "doccord"},
                                                     {"message", terminal_safe(error.message)}});
  }
}

}  // namespace

std::map<std::string, Json> diagnostics_by_file(const Workspace& workspace,
                                                const Snapshot& snapshot) {
  std::map<std::string, Json> by_file;
  for (const FileView& file : snapshot.files) by_file[file.uri] = Json::array();
  add_errors(workspace, snapshot.errors, by_file);
  if (!snapshot.results) return by_file;
  add_errors(workspace, snapshot.results->sources.left_out, by_file);
  for (const Discrepancy* each : open_discrepancies(*snapshot.results)) {
    if (each->places.empty()) continue;
    const Place& place = each->places.front();
    const std::string& uri = snapshot.file_of(place.source, place.span.begin).uri;
    by_file[uri].push_back(diagnostic_json(snapshot, *each));
  }
  return by_file;
}

}  // namespace doccord::lsp
