#include <string>
#include <utility>

#include "library/api_values.h"

namespace doccord {
namespace {

static_assert(static_cast<int>(api::Kind::independent) == static_cast<int>(Kind::independent),
              "both list the kinds in one order");
static_assert(static_cast<int>(api::NameRelation::different) ==
                  static_cast<int>(NameRelation::different),
              "both list the relations in one order");

void add_texts(const Results& results, const Record& record, const RecordComparison& comparison,
               api::Record& made) {
  for (const Reading& reading : record.readings) {
    made.readings.push_back({reading.text, ids_of(results, reading.sources)});
  }
  for (const Comparison& each : comparison.texts) {
    made.comparisons.push_back({each.a, each.b, static_cast<api::Kind>(each.kind), each.similarity,
                                api_edits(each.edits)});
  }
}

void add_names(const Results& results, const Record& record, const RecordComparison& comparison,
               api::Record& made) {
  for (const NameUse& use : record.names) {
    made.names.push_back({use.name, ids_of(results, use.sources)});
  }
  for (const NameComparison& each : comparison.names) {
    made.name_comparisons.push_back(
        {each.a, each.b, static_cast<api::NameRelation>(each.relation)});
  }
}

api::Record record_of(const Results& results, const Locations& locations, std::size_t place) {
  const Record& record = results.registry.records[place];
  const RecordComparison& comparison = results.comparisons.records[place];
  api::Record made;
  made.key = record.key;
  for (const Claim& claim : record.claims) {
    made.claims.push_back({results.sources.sources[claim.source].id,
                           api_entry(results, locations, claim.source, claim.entry)});
  }
  made.missing = ids_of(results, record.missing);
  add_texts(results, record, comparison, made);
  add_names(results, record, comparison, made);
  return made;
}

}  // namespace

api::Registry api_registry(const Results& results) {
  const Locations locations(results.sources);
  api::Registry made;
  for (const SourceSummary& source : results.registry.sources) {
    made.sources.push_back({source.id, source.title, source.publisher, source.path, source.date,
                            source.authority, source.entry_count});
  }
  for (const std::vector<std::size_t>& family : results.comparisons.families) {
    made.families.push_back(ids_of(results, family));
  }
  for (std::size_t place = 0; place < results.registry.records.size(); ++place) {
    made.records.push_back(record_of(results, locations, place));
  }
  return made;
}

std::vector<api::Edit> api_edits(const std::vector<Edit>& edits) {
  std::vector<api::Edit> all;
  for (const Edit& edit : edits) {
    all.push_back({static_cast<api::Kind>(edit.kind), edit.a, edit.b, edit.reason});
  }
  return all;
}

namespace api {

std::string to_string(Kind kind) {
  return std::string(doccord::to_string(static_cast<doccord::Kind>(kind)));
}

std::string to_string(NameRelation relation) {
  return std::string(doccord::to_string(static_cast<doccord::NameRelation>(relation)));
}

}  // namespace api
}  // namespace doccord
