#include "report/json.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "compare/lineage.h"
#include "report/json_list.h"
#include "report/locations.h"
#include "report/report.h"
#include "report/reported.h"
#include "report/tally.h"
#include "text/json_text.h"

namespace doccord {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostPlacesInLine = 24;  // Of one discrepancy.

std::string written(const Json& json) {
  // Paths come from the file system and need not be UTF-8.
  return printable_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

Json ids_of(const Results& results, const std::vector<std::size_t>& sources) {
  Json ids = Json::array();
  for (const std::size_t source : sources) ids.push_back(results.sources.sources[source].id);
  return ids;
}

void add_location(Json& to, const Locations& locations, std::size_t source, Span span) {
  const Position start = locations.start(source, span);
  const Position end = locations.end(source, span);
  to["startLine"] = start.line;
  to["startColumn"] = start.column;
  to["endLine"] = end.line;
  to["endColumn"] = end.column;
}

Json location(const Locations& locations, std::size_t source, Span span) {
  Json json = Json::object();
  const std::string_view file = locations.file(source, span);
  if (!file.empty()) json["path"] = std::string(file);
  add_location(json, locations, source, span);
  return json;
}

Json fields_json(const std::vector<Field>& fields) {
  Json json = Json::object();
  for (const Field& field : fields) {
    // A label may stand twice in one entry; neither text may be lost.
    if (json.contains(field.label)) {
      json[field.label] = json[field.label].get<std::string>() + "; " + field.text;
    } else {
      json[field.label] = field.text;
    }
  }
  return json;
}

Json entry_json(const Entry& entry, const Locations& locations, std::size_t source) {
  Json json{{"key", entry.key}};
  if (!entry.aliases.empty()) json["aliases"] = entry.aliases;
  json["names"] = entry.names;
  json["description"] = entry.description;
  json["fields"] = fields_json(entry.fields);
  json["section"] = entry.section;
  json["location"] = location(locations, source, entry.span);
  return json;
}

Json coverage_json(const Coverage& coverage) {
  return {{"bytes", coverage.bytes},
          {"entries", coverage.entries},
          {"headings", coverage.headings},
          {"other", coverage.other},
          {"unclaimed", coverage.unclaimed}};
}

Json source_summaries(const Registry& registry) {
  Json all = Json::array();
  for (const SourceSummary& source : registry.sources) {
    all.push_back({{"id", source.id},
                   {"title", source.title},
                   {"publisher", source.publisher},
                   {"path", source.path},
                   {"format", to_string(source.format)},
                   {"entries", source.entry_count},
                   {"namePrefix", source.name_prefix}});
  }
  return all;
}

Json claim_json(const Claim& claim, const Locations& locations) {
  Json json = entry_json(claim.entry, locations, claim.source);
  json.erase("key");  // The record has it.
  return json;
}

Json claims_json(const Results& results, const Record& record, const Locations& locations) {
  Json all = Json::object();
  for (const Claim& claim : record.claims) {
    const std::string& id = results.sources.sources[claim.source].id;
    if (!all.contains(id)) {
      all[id] = claim_json(claim, locations);
    } else {
      all[id]["duplicates"].push_back(claim_json(claim, locations));
    }
  }
  return all;
}

Json edits_json(const std::vector<Edit>& edits) {
  Json all = Json::array();
  for (const Edit& edit : edits) {
    Json json{{"kind", to_string(edit.kind)}, {"a", edit.a}, {"b", edit.b}};
    if (!edit.reason.empty()) json["reason"] = edit.reason;
    all.push_back(std::move(json));
  }
  return all;
}

Json comparisons_json(const RecordComparison& comparison) {
  Json all = Json::array();
  for (const Comparison& pair : comparison.texts) {
    all.push_back({{"a", pair.a},
                   {"b", pair.b},
                   {"kind", to_string(pair.kind)},
                   {"similarity", pair.similarity},
                   {"edits", edits_json(pair.edits)}});
  }
  return all;
}

Json name_relations_json(const RecordComparison& comparison) {
  Json all = Json::array();
  for (const NameComparison& pair : comparison.names) {
    all.push_back({{"a", pair.a}, {"b", pair.b}, {"relation", to_string(pair.relation)}});
  }
  return all;
}

Json field_uses_json(const Results& results, const Record& record) {
  Json all = Json::object();
  for (const FieldUse& field : record.fields) {
    Json values = Json::array();
    for (const FieldValue& value : field.values) {
      values.push_back({{"value", value.value}, {"sources", ids_of(results, value.sources)}});
    }
    all[field.label] = std::move(values);
  }
  return all;
}

// What the values of each field say, however they are written.
Json field_comparisons_json(const Results& results, const RecordComparison& comparison) {
  Json all = Json::array();
  for (const FieldComparison& field : comparison.fields) {
    Json values = Json::array();
    for (const FieldReading& reading : field.readings) {
      values.push_back({{"texts", reading.texts}, {"sources", ids_of(results, reading.sources)}});
    }
    all.push_back(
        {{"labels", field.labels}, {"values", std::move(values)}, {"conflict", field.conflict}});
  }
  return all;
}

// What the texts refer to, each with the sources that do.
Json facts_json(const Results& results, const Record& record, const RecordComparison& comparison) {
  Json all = Json::array();
  std::vector<std::pair<Fact, std::vector<std::size_t>>> uses;
  for (std::size_t i = 0; i < comparison.facts.size(); ++i) {
    for (const Fact& fact : comparison.facts[i]) {
      auto use = std::find_if(uses.begin(), uses.end(),
                              [&](const auto& known) { return known.first == fact; });
      if (use == uses.end()) use = uses.insert(uses.end(), {fact, {}});
      const auto& sources = record.readings[i].sources;
      use->second.insert(use->second.end(), sources.begin(), sources.end());
    }
  }
  for (auto& [fact, sources] : uses) {
    std::sort(sources.begin(), sources.end());
    all.push_back({{"kind", to_string(fact.kind)},
                   {"value", fact.value},
                   {"sources", ids_of(results, sources)}});
  }
  return all;
}

Json contradictions_json(const RecordComparison& comparison) {
  Json all = Json::array();
  for (const Contradiction& found : comparison.contradictions) {
    all.push_back({{"a", found.a},
                   {"b", found.b},
                   {"kind", to_string(found.kind)},
                   {"aWords", found.a_words},
                   {"bWords", found.b_words},
                   {"reason", found.reason}});
  }
  return all;
}

Json record_json(const Results& results, std::size_t place, const Locations& locations) {
  const Record& record = results.registry.records[place];
  const RecordComparison& comparison = results.comparisons.records[place];
  Json readings = Json::array();
  for (const Reading& reading : record.readings) {
    readings.push_back({{"text", reading.text}, {"sources", ids_of(results, reading.sources)}});
  }
  Json names = Json::array();
  for (const NameUse& use : record.names) {
    names.push_back({{"name", use.name}, {"sources", ids_of(results, use.sources)}});
  }
  Json json{{"key", record.key},
            {"entries", claims_json(results, record, locations)},
            {"missing", ids_of(results, record.missing)},
            {"readings", std::move(readings)},
            {"comparisons", comparisons_json(comparison)}};
  if (comparison.limited) json["limited"] = true;
  json["names"] = std::move(names);
  json["nameRelations"] = name_relations_json(comparison);
  json["fields"] = field_uses_json(results, record);
  json["fieldComparisons"] = field_comparisons_json(results, comparison);
  json["facts"] = facts_json(results, record, comparison);
  json["contradictions"] = contradictions_json(comparison);
  return json;
}

// How the sources of each family hang together, with what shows it.
Json lineage_json(const Results& results, const Partners& partners) {
  Json all = Json::array();
  const auto id = [&](std::size_t source) { return results.sources.sources[source].id; };
  for (const Lineage& lineage : trace_lineage(results.registry, results.comparisons, partners)) {
    Json traces = Json::array();
    for (const Trace& trace : lineage.traces) {
      Json json{{"kind", to_string(trace.kind)}, {"key", trace.key}, {"words", trace.words}};
      json["earlier"] = trace.earlier ? Json(id(*trace.earlier)) : Json(nullptr);
      traces.push_back(std::move(json));
    }
    all.push_back({{"a", id(lineage.a)},
                   {"b", id(lineage.b)},
                   {"earlier", lineage.earlier ? Json(id(*lineage.earlier)) : Json(nullptr)},
                   {"traces", std::move(traces)}});
  }
  return all;
}

Json evidence_json(const Results& results, const Evidence& evidence) {
  Json json = Json::object();
  if (evidence.kind) json["kind"] = to_string(*evidence.kind);
  if (!evidence.edits.empty()) json["edits"] = edits_json(evidence.edits);
  for (const Evidence::Quote& quote : evidence.quotes) {
    json["quotes"].push_back({{"source", results.sources.sources[quote.source].id},
                              {"key", quote.key},
                              {"text", quote.text}});
  }
  for (const auto& [name, text] : evidence.facts) json[name] = text;
  return json;
}

std::string_view change_of(const Results& results, const Discrepancy& discrepancy) {
  if (results.changes->fresh.contains(discrepancy.id)) return "new";
  return results.changes->altered.contains(discrepancy.id) ? "altered" : "unchanged";
}

Json discrepancy_json(const Results& results, const Discrepancy& discrepancy,
                      const Locations& locations,
                      std::size_t most_places = std::numeric_limits<std::size_t>::max()) {
  Json places = Json::array();
  for (const Place& place : discrepancy.places) {
    if (places.size() == most_places) break;
    const Source& source = results.sources.sources[place.source];
    Json json{{"source", source.id}, {"key", place.key}, {"path", path_of(results, place)}};
    add_location(json, locations, place.source, place.span);
    if (!place.label.empty()) json["label"] = place.label;
    places.push_back(std::move(json));
  }
  Json accepted = nullptr;
  if (discrepancy.accepted) {
    accepted = {{"reason", discrepancy.accepted->reason},
                {"by", discrepancy.accepted->by},
                {"on", discrepancy.accepted->on}};
    const auto add = [&](const char* key, const std::string& value) {
      if (!value.empty()) accepted[key] = value;
    };
    add("until", discrepancy.accepted->until);
    add("ref", discrepancy.accepted->ref);
    add("verdict", discrepancy.accepted->verdict);
  }
  Json json{{"id", discrepancy.id},
            {"rule", discrepancy.code},
            {"name", discrepancy.name},
            {"level", to_string(discrepancy.level)},
            {"keys", discrepancy.keys},
            {"field", discrepancy.field},
            {"sources", ids_of(results, discrepancy.sources)},
            {"message", discrepancy.message},
            {"locations", std::move(places)},
            {"evidence", evidence_json(results, discrepancy.evidence)},
            {"accepted", std::move(accepted)}};
  const std::size_t shown = std::min(discrepancy.places.size(), most_places);
  if (shown < discrepancy.place_count()) {
    json["locationsLeftOut"] = discrepancy.place_count() - shown;
  }
  if (results.changes && !discrepancy.accepted) json["change"] = change_of(results, discrepancy);
  return json;
}

}  // namespace

std::string discrepancy_line(const Results& results, const Discrepancy& discrepancy,
                             const Locations& locations) {
  return printable_json(discrepancy_json(results, discrepancy, locations)
                            .dump(-1, ' ', false, Json::error_handler_t::replace)) +
         "\n";
}

std::string extract_json(const Results& results) {
  const Locations locations(results.sources);
  Json sources = Json::array();
  for (std::size_t i = 0; i < results.entry_sets.size(); ++i) {
    const EntrySet& set = results.entry_sets[i];
    Json entries = Json::array();
    for (const Entry& entry : set.entries) entries.push_back(entry_json(entry, locations, i));
    sources.push_back({{"id", results.sources.sources[i].id},
                       {"path", results.sources.sources[i].path},
                       {"format", to_string(set.format)},
                       {"shape", set.shape},
                       {"entries", std::move(entries)},
                       {"coverage", coverage_json(set.coverage)}});
  }
  return written({{"version", 1}, {"sources", std::move(sources)}});
}

std::string registry_json(const Results& results, JsonLayout layout) {
  const Locations locations(results.sources);
  Json families = Json::array();
  for (const auto& family : results.comparisons.families) {
    families.push_back(ids_of(results, family));
  }
  const Partners partners = choose_partners(results.registry, results.comparisons);
  Json head{{"version", 1},
            {"sources", source_summaries(results.registry)},
            {"families", std::move(families)},
            {"lineage", lineage_json(results, partners)}};
  if (!partners.everyone) head["lineageLimited"] = true;
  const auto record = [&](std::size_t i) { return record_json(results, i, locations); };
  return json_with_list(head, "records", results.registry.records.size(), record, layout);
}

std::string check_json(const Results& results, JsonLayout layout) {
  const Locations locations(results.sources);
  const Tally tally = count(results);
  const Json head{{"version", 1},
                  {"summary",
                   {{"sources", tally.sources},
                    {"entries", tally.entries},
                    {"keys", tally.keys},
                    {"error", tally.errors},
                    {"warning", tally.warnings},
                    {"note", tally.notes},
                    {"accepted", tally.accepted}}}};
  const auto discrepancy = [&](std::size_t i) {
    return layout == JsonLayout::lines
               ? discrepancy_json(results, results.discrepancies[i], locations, kMostPlacesInLine)
               : discrepancy_json(results, results.discrepancies[i], locations);
  };
  return json_with_list(head, "discrepancies", results.discrepancies.size(), discrepancy, layout);
}

namespace {

std::string write_extract(const Results& results, const TextOptions&) {
  return extract_json(results);
}

std::string write_registry(const Results& results, const TextOptions&) {
  return registry_json(results);
}

std::string write_check(const Results& results, const TextOptions&) { return check_json(results); }

std::string write_diff(const Results& results, const TextOptions&) { return diff_json(results); }

}  // namespace

const Report report_table::json{.name = "json",
                                .summary = "everything, for programs",
                                .extension = "json",
                                .extract = write_extract,
                                .registry = write_registry,
                                .check = write_check,
                                .diff = write_diff};

}  // namespace doccord
