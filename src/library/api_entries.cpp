#include <algorithm>
#include <iterator>
#include <string>

#include "library/api_values.h"

namespace doccord {
namespace {

static_assert(static_cast<int>(api::Format::source) == static_cast<int>(Format::source),
              "both list the formats in one order");

}  // namespace

api::Location api_location(const Results& results, const Locations& locations, std::size_t source,
                           Span span) {
  const Position start = locations.start(source, span);
  const Position end = locations.end(source, span);
  const std::string_view file = locations.file(source, span);
  return {file.empty() ? results.sources.sources[source].path : std::string(file), start.line,
          start.column, end.line, end.column};
}

api::Entry api_entry(const Results& results, const Locations& locations, std::size_t source,
                     const Entry& entry) {
  api::Entry made{entry.key,
                  entry.aliases,
                  entry.names,
                  entry.description,
                  {},
                  entry.section,
                  api_location(results, locations, source, entry.span)};
  for (const Field& field : entry.fields) made.fields.push_back({field.label, field.text});
  return made;
}

std::vector<api::EntrySet> api_entries(const Results& results) {
  const Locations locations(results.sources);
  std::vector<api::EntrySet> all;
  for (std::size_t source = 0; source < results.entry_sets.size(); ++source) {
    const EntrySet& set = results.entry_sets[source];
    api::EntrySet made{set.source_id, static_cast<api::Format>(set.format), set.shape, {}};
    for (const Entry& entry : set.entries) {
      made.entries.push_back(api_entry(results, locations, source, entry));
    }
    all.push_back(std::move(made));
  }
  return all;
}

std::vector<api::Error> api_errors(const std::vector<Error>& errors) {
  std::vector<api::Error> all;
  std::transform(errors.begin(), errors.end(), std::back_inserter(all), [](const Error& error) {
    return api::Error{error.path, error.line, error.column, error.message};
  });
  return all;
}

std::vector<std::string> ids_of(const Results& results, const std::vector<std::size_t>& sources) {
  std::vector<std::string> ids;
  for (const std::size_t source : sources) ids.push_back(results.sources.sources[source].id);
  return ids;
}

namespace api {

std::string to_string(Format format) {
  return std::string(doccord::to_string(static_cast<doccord::Format>(format)));
}

std::string to_string(const Error& error) {
  return doccord::to_string(doccord::Error{error.path, error.line, error.column, error.message});
}

}  // namespace api
}  // namespace doccord
