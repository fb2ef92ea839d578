// Reviewdog's diagnostic format, which puts discrepancies into reviews of changes.

#include <algorithm>
#include <span>

#include "report/locations.h"
#include "report/report.h"
#include "report/reported.h"
#include "report/repository_path.h"
#include "text/json_writer.h"

namespace doccord {
namespace {

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

class Diagnostics {
 public:
  Diagnostics(const Results& results, const TextOptions& options)
      : results_(results), options_(options), locations_(results.sources) {}

  std::string write() {
    out_.object([&] {
      out_.object("source", [&] { out_.member("name", "doccord"); });
      out_.list("diagnostics", open_discrepancies(results_), [&](const Discrepancy* each) {
        if (!each->places.empty()) diagnostic(*each);
      });
    });
    return out_.take();
  }

 private:
  // Columns of this format are bytes of UTF-8, from 1.
  void point(std::string_view name, const LineIndex& lines, std::size_t offset) {
    out_.object(name, [&] {
      out_.member("line", lines.position(offset).line);
      out_.member("column", offset - lines.line_span_at(offset).begin + 1);
    });
  }

  void location(const Place& place) {
    const LineIndex& lines = locations_.lines(place.source);
    out_.object("location", [&] {
      out_.member("path", repository_path(options_, path_of(results_, place)));
      out_.object("range", [&] {
        point("start", lines, place.span.begin);
        point("end", lines, std::max(place.span.begin, place.span.end));
      });
    });
  }

  void diagnostic(const Discrepancy& discrepancy) {
    const std::span<const Place> places(discrepancy.places);
    out_.object([&] {
      out_.member("message", discrepancy.message);
      location(places.front());
      out_.member("severity", severity(discrepancy.level));
      out_.object("code", [&] { out_.member("value", discrepancy.code); });
      if (places.size() < 2) return;
      out_.objects("relatedLocations", places.subspan(1), [&](const Place& place) {
        out_.member("message", place.label);
        location(place);
      });
    });
  }

  const Results& results_;
  const TextOptions& options_;
  Locations locations_;
  JsonWriter out_{JsonLayout::indented};
};

std::string write_check(const Results& results, const TextOptions& options) {
  return Diagnostics(results, options).write();
}

}  // namespace

const Report report_table::rdjson{
    .name = "rdjson", .summary = "for reviewdog", .extension = "json", .check = write_check};

}  // namespace doccord
