#include <string>
#include <utility>

#include "library/api_values.h"
#include "rules/rule.h"

namespace doccord {
namespace {

static_assert(static_cast<int>(api::Level::error) == static_cast<int>(Level::error),
              "both list the levels in one order");

api::Discrepancy discrepancy_of(const Results& results, const Locations& locations,
                                const Discrepancy& from) {
  api::Discrepancy made;
  made.id = from.id;
  made.code = from.code;
  made.name = from.name;
  made.level = api_level(from.level);
  made.keys = from.keys;
  made.field = from.field;
  made.sources = ids_of(results, from.sources);
  made.message = from.message;
  for (const Place& place : from.places) {
    made.places.push_back({results.sources.sources[place.source].id, place.key,
                           api_location(results, locations, place.source, place.span),
                           place.label});
  }
  made.places_left_out = from.places_left_out;
  made.edits = api_edits(from.evidence.edits);
  made.facts = from.evidence.facts;
  if (const auto& given = from.accepted) {
    made.accepted = api::Acceptance{given->reason, given->by,  given->on,
                                    given->until,  given->ref, given->verdict};
  }
  return made;
}

}  // namespace

api::Level api_level(Level level) { return static_cast<api::Level>(level); }

std::vector<api::Discrepancy> api_discrepancies(const Results& results) {
  const Locations locations(results.sources);
  std::vector<api::Discrepancy> all;
  for (const Discrepancy& each : results.discrepancies) {
    all.push_back(discrepancy_of(results, locations, each));
  }
  return all;
}

namespace api {

std::string to_string(Level level) {
  return std::string(doccord::to_string(static_cast<doccord::Level>(level)));
}

std::vector<Rule> rules() {
  std::vector<Rule> all;
  for (const doccord::Rule* rule : all_rules()) {
    all.push_back({std::string(rule->code), std::string(rule->name), api_level(rule->level),
                   std::string(rule->summary)});
  }
  return all;
}

}  // namespace api
}  // namespace doccord
