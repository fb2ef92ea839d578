// GitLab's Code Quality report. GitLab compares reports itself, so what was there before is in it.

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
      return "major";
    case Level::warning:
      return "minor";
    case Level::note:
      break;
  }
  return "info";
}

std::string write_check(const Results& results, const TextOptions& options) {
  const Locations locations(results.sources);
  Json all = Json::array();
  for (const Discrepancy& each : results.discrepancies) {
    if (each.accepted || each.places.empty()) continue;
    const Place& place = each.places.front();
    // The name of the rule is shown nowhere but in the description.
    all.push_back({{"description", rule_of(each) + ": " + each.message},
                   {"check_name", each.code},
                   {"fingerprint", each.id},
                   {"severity", severity(each.level)},
                   {"location",
                    {{"path", repository_path(options, path_of(results, place))},
                     {"lines", {{"begin", locations.start(place.source, place.span).line}}}}}});
  }
  return printable_json(all.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace

const Report report_table::gitlab{.name = "gitlab",
                                  .summary = "GitLab's Code Quality report",
                                  .extension = "json",
                                  .check = write_check};

}  // namespace doccord
