// Checkstyle's XML, which many services read.

#include <fmt/format.h>

#include <map>

#include "report/locations.h"
#include "report/markup_text.h"
#include "report/report.h"
#include "report/reported.h"
#include "report/repository_path.h"

namespace doccord {
namespace {

std::string_view severity(Level level) { return level == Level::note ? "info" : to_string(level); }

std::string write_check(const Results& results, const TextOptions& options) {
  const Locations locations(results.sources);
  std::map<std::string, std::string> by_path;
  for (const Discrepancy* each : open_discrepancies(results)) {
    if (each->places.empty()) continue;
    const Place& place = each->places.front();
    const Position start = locations.start(place.source, place.span);
    by_path[repository_path(options, path_of(results, place))] += fmt::format(
        "    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" "
        "source=\"doccord.{}\"/>\n",
        start.line, start.column, severity(each->level), markup_text(each->message), each->code);
  }
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
  for (const auto& [path, errors] : by_path) {
    out += fmt::format("  <file name=\"{}\">\n{}  </file>\n", markup_text(path), errors);
  }
  return out + "</checkstyle>\n";
}

}  // namespace

const Report report_table::checkstyle{
    .name = "checkstyle", .summary = "Checkstyle's XML", .extension = "xml", .check = write_check};

}  // namespace doccord
