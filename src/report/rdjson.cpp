// Reviewdog's diagnostic format, which puts discrepancies into reviews of changes.

#include <nlohmann/json.hpp>

#include "report/locations.h"
#include "report/report.h"
#include "report/reported.h"
#include "report/repository_path.h"
#include "text/json_text.h"

namespace doccord {
namespace {

using Json = nlohmann::ordered_json;

std::string_view severity(Level level) {
  switch (level) {
    case Level::error:
      return "ERROR";
    case Level::warning:
      return "WARNING";
    case Level::note:
      break;
  }
  return "INFO";
}

// Columns of this format are bytes of UTF-8, from 1.
Json point(const LineIndex& lines, std::size_t offset) {
  const std::size_t line = lines.position(offset).line;
  return {{"line", line}, {"column", offset - lines.line_span_at(offset).begin + 1}};
}

Json location(const Results& results, const Locations& locations, const TextOptions& options,
              const Place& place) {
  const LineIndex& lines = locations.lines(place.source);
  const std::size_t end = std::max(place.span.begin, place.span.end);
  return {{"path", repository_path(options, path_of(results, place))},
          {"range", {{"start", point(lines, place.span.begin)}, {"end", point(lines, end)}}}};
}

std::string write_check(const Results& results, const TextOptions& options) {
  const Locations locations(results.sources);
  Json all = Json::array();
  for (const Discrepancy* each : open_discrepancies(results)) {
    if (each->places.empty()) continue;
    Json json{{"message", each->message},
              {"location", location(results, locations, options, each->places.front())},
              {"severity", severity(each->level)},
              {"code", {{"value", each->code}}}};
    for (std::size_t i = 1; i < each->places.size(); ++i) {
      const Place& place = each->places[i];
      json["relatedLocations"].push_back(
          {{"message", place.label}, {"location", location(results, locations, options, place)}});
    }
    all.push_back(std::move(json));
  }
  const Json whole{{"source", {{"name", "doccord"}}}, {"diagnostics", std::move(all)}};
  return printable_json(whole.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace

const Report report_table::rdjson{
    .name = "rdjson", .summary = "for reviewdog", .extension = "json", .check = write_check};

}  // namespace doccord
