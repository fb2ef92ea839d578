// One line for each discrepancy, as editors and scripts read it: path:line:column: level[rule].

#include <fmt/format.h>

#include "report/locations.h"
#include "report/report.h"
#include "report/reported.h"
#include "text/terminal.h"
#include "text/workflow.h"

namespace doccord {
namespace {

std::string line_of(const Results& results, const Discrepancy& discrepancy,
                    const Locations& locations) {
  std::string address = "doccord";
  if (!discrepancy.places.empty()) {
    const Place& place = discrepancy.places.front();
    const Position start = locations.start(place.source, place.span);
    address = fmt::format("{}:{}:{}", terminal_safe(path_of(results, place)),
                          start.line, start.column);
  }
  return not_a_command(fmt::format("{}: {}[{}] {} [id {}]", address, to_string(discrepancy.level),
                                   discrepancy.code, terminal_safe(discrepancy.message),
                                   discrepancy.id)) +
         "\n";
}

std::string write_check(const Results& results, const TextOptions& options) {
  const Locations locations(results.sources);
  const auto open = open_discrepancies(results);
  const std::size_t most = options.most_findings == 0 ? open.size() : options.most_findings;
  std::string out;
  for (std::size_t i = 0; i < open.size() && i < most; ++i) {
    out += line_of(results, *open[i], locations);
  }
  if (open.size() > most) {
    out +=
        fmt::format("doccord: {} more not shown; --max-findings 0 shows all\n", open.size() - most);
  }
  return out;
}

}  // namespace

const Report report_table::concise{.name = "concise",
                                   .summary = "one line for each discrepancy",
                                   .extension = "txt",
                                   .check = write_check};

}  // namespace doccord
