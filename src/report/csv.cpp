// One row for each discrepancy, accepted ones too, for spreadsheets: who triages in one sorts,
// filters and writes beside it.

#include <fmt/format.h>

#include <initializer_list>
#include <string>

#include "report/locations.h"
#include "report/report.h"
#include "report/reported.h"
#include "text/csv_field.h"
#include "text/terminal.h"
#include "text/workflow.h"

namespace doccord {
namespace {

std::string row_of(std::initializer_list<std::string> fields) {
  std::string row;
  for (const std::string& field : fields) {
    if (!row.empty()) row += ',';
    row += csv_field(not_a_command(terminal_safe(field)));
  }
  return row + '\n';
}

std::string ids_of(const Results& results, const Discrepancy& discrepancy) {
  std::string ids;
  for (const std::size_t source : discrepancy.sources) {
    if (!ids.empty()) ids += ' ';
    ids += results.sources.sources[source].id;
  }
  return ids;
}

std::string row_of(const Results& results, const Discrepancy& each, const Locations& locations) {
  std::string path;
  std::string line;
  if (!each.places.empty()) {
    const Place& place = each.places.front();
    path = path_of(results, place);
    line = std::to_string(locations.start(place.source, place.span).line);
  }
  return row_of({each.id, std::string(to_string(each.level)), each.code, each.name,
                 fmt::format("{}", fmt::join(each.keys, " ")), each.field, ids_of(results, each),
                 path, line, each.message, each.accepted ? each.accepted->reason : ""});
}

std::string write_check(const Results& results, const TextOptions&) {
  const Locations locations(results.sources);
  std::string out = row_of({"id", "level", "rule", "name", "keys", "field", "sources", "path",
                            "line", "message", "accepted"});
  for (const Discrepancy& each : results.discrepancies) out += row_of(results, each, locations);
  return out;
}

}  // namespace

const Report report_table::csv{.name = "csv",
                               .summary = "one row for each discrepancy, for spreadsheets",
                               .extension = "csv",
                               .check = write_check};

}  // namespace doccord
