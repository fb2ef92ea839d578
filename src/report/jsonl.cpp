// One JSON object a line for each discrepancy, the same as in the JSON report.

#include "report/json.h"
#include "report/locations.h"
#include "report/report.h"

namespace doccord {
namespace {

std::string write_check(const Results& results, const TextOptions&) {
  const Locations locations(results.sources);
  std::string out;
  for (const Discrepancy& discrepancy : results.discrepancies) {
    out += discrepancy_line(results, discrepancy, locations);
  }
  return out;
}

}  // namespace

const Report report_table::jsonl{.name = "jsonl",
                                 .summary = "one JSON object a line for each discrepancy",
                                 .extension = "jsonl",
                                 .check = write_check};

}  // namespace doccord
