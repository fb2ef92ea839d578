#include <nlohmann/json.hpp>

#include "report/json.h"
#include "report/reported.h"
#include "text/json_text.h"

namespace doccord {
namespace {

using Json = nlohmann::ordered_json;

// What stays the same from state to state; where it stood in the other one helps nobody here.
Json brief(const Discrepancy& each) {
  return {{"id", each.id},          {"rule", each.code},
          {"name", each.name},      {"level", to_string(each.level)},
          {"keys", each.keys},      {"field", each.field},
          {"message", each.message}};
}

Json lines_json(const std::vector<AcceptedDiscrepancy>& lines) {
  Json all = Json::array();
  for (const AcceptedDiscrepancy& line : lines) {
    all.push_back({{"id", line.id},
                   {"rule", line.rule},
                   {"keys", line.keys},
                   {"reason", line.decision.reason}});
  }
  return all;
}

}  // namespace

std::string diff_json(const Results& results) {
  const Changes& changes = *results.changes;
  Json entries = Json::array();
  for (const EntryChange& change : changes.entries) {
    Json json{{"change", to_string(change.kind)}, {"source", change.source}, {"key", change.key}};
    if (change.kind != EntryChange::Kind::added) json["before"] = change.before;
    if (change.kind != EntryChange::Kind::removed) json["after"] = change.after;
    entries.push_back(std::move(json));
  }
  Json fresh = Json::array();
  Json altered = Json::array();
  for (const Discrepancy& each : results.discrepancies) {
    if (changes.fresh.contains(each.id)) fresh.push_back(brief(each));
    if (changes.altered.contains(each.id)) altered.push_back(brief(each));
  }
  Json mended = Json::array();
  for (const Discrepancy& each : changes.mended) mended.push_back(brief(each));
  const Json all{{"version", 1},
                 {"base", changes.base},
                 {"entries", std::move(entries)},
                 {"discrepancies",
                  {{"new", std::move(fresh)},
                   {"altered", std::move(altered)},
                   {"mended", std::move(mended)},
                   {"accepted", changes.accepted_now},
                   {"unchanged", changes.unchanged}}},
                 {"acceptances",
                  {{"added", lines_json(changes.acceptances_added)},
                   {"removed", lines_json(changes.acceptances_removed)}}}};
  return printable_json(all.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace doccord
