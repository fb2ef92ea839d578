// Workflow commands, which GitHub shows at the lines of a change, and the plain report below them.

#include <fmt/format.h>

#include <array>

#include "report/locations.h"
#include "report/report.h"
#include "report/reported.h"
#include "report/repository_path.h"
#include "text/terminal.h"

namespace doccord {
namespace {

constexpr std::size_t kMostOfLevel = 10;  // What GitHub shows of one step.

// Text behind the command's second `::`.
std::string data(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '%':
        out += "%25";
        break;
      case '\r':
        out += "%0D";
        break;
      case '\n':
        out += "%0A";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// A value in front of it, where `:` and `,` end things.
std::string property(std::string_view text) {
  std::string out;
  for (const char c : data(text)) {
    if (c == ':') {
      out += "%3A";
    } else if (c == ',') {
      out += "%2C";
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view command(Level level) { return level == Level::note ? "notice" : to_string(level); }

std::string line_of(const Results& results, const TextOptions& options, const Locations& locations,
                    const Discrepancy& each) {
  std::string where;
  if (!each.places.empty()) {
    const Place& place = each.places.front();
    const Position start = locations.start(place.source, place.span);
    const Position end = locations.end(place.source, place.span);
    where = fmt::format("file={},line={},",
                        property(terminal_safe(
                            repository_path(options, path_of(results, place)))),
                        start.line);
    // Columns are refused for more than one line.
    where += start.line == end.line ? fmt::format("col={},endLine={},endColumn={},", start.column,
                                                  end.line, end.column)
                                    : fmt::format("endLine={},", end.line);
  }
  return fmt::format("::{} {}title={}::{}\n", command(each.level), where, property(rule_of(each)),
                     data(terminal_safe(each.message) + " [id " + each.id + "]"));
}

std::string write_check(const Results& results, const TextOptions& options) {
  const Locations locations(results.sources);
  std::array<std::size_t, 3> shown{};
  std::size_t left_out = 0;
  std::string out;
  for (const Discrepancy* each : open_discrepancies(results)) {
    if (shown[static_cast<std::size_t>(each->level)]++ < kMostOfLevel) {
      out += line_of(results, options, locations, *each);
    } else {
      ++left_out;
    }
  }
  if (results.changes) {
    // A removed entry has no line in the change at which it could be shown.
    for (const EntryChange& change : results.changes->entries) {
      if (change.kind != EntryChange::Kind::removed) continue;
      out += fmt::format(
          "::notice title=entry removed::{}\n",
          data(terminal_safe(fmt::format("`{}` is removed from `{}`", change.key, change.source))));
    }
  }
  if (left_out > 0) {
    out += fmt::format("::notice title=doccord::{} more in the log and in the step's summary\n",
                       left_out);
  }
  return out + report_table::concise.check(results, options);
}

}  // namespace

const Report report_table::github{.name = "github",
                                  .summary = "workflow commands and the step's summary",
                                  .extension = "txt",
                                  .check = write_check};

}  // namespace doccord
