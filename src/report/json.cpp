#include "report/json.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <span>

#include "compare/lineage.h"
#include "report/locations.h"
#include "report/report.h"
#include "report/reported.h"
#include "report/tally.h"
#include "text/json_writer.h"

namespace doccord {
namespace {

constexpr std::size_t kVersion = 1;
constexpr std::size_t kMostPlacesInLine = 24;  // Of one discrepancy.
constexpr std::size_t kAllPlaces = std::numeric_limits<std::size_t>::max();

// Writes what the results hold, piece by piece.
class ResultsWriter {
 public:
  ResultsWriter(const Results& results, const Locations& locations, JsonLayout layout)
      : results_(results), locations_(locations), layout_(layout), out_(layout) {}

  std::string extract();
  std::string registry();
  std::string check();
  std::string discrepancy(const Discrepancy& discrepancy);

 private:
  const std::string& id(std::size_t source) const { return results_.sources.sources[source].id; }

  void ids(std::string_view name, const std::vector<std::size_t>& sources) {
    out_.list(name, sources, [&](std::size_t source) { out_.value(id(source)); });
  }

  void id_or_null(std::string_view name, const std::optional<std::size_t>& source) {
    out_.key(name);
    source ? out_.value(id(*source)) : out_.null();
  }

  void position(std::size_t source, Span span);
  void location(std::size_t source, Span span);
  void fields(const std::vector<Field>& fields);
  void entry(const Entry& entry, std::size_t source);
  void coverage(const Coverage& coverage);
  void source_summaries();
  void claims(const Record& record);
  void edits(const std::vector<Edit>& edits);
  void comparisons(const RecordComparison& comparison);
  void name_relations(const RecordComparison& comparison);
  void field_uses(const Record& record);
  void field_comparisons(const RecordComparison& comparison);
  void facts(const Record& record, const RecordComparison& comparison);
  void contradictions(const RecordComparison& comparison);
  void record(std::size_t place);
  void lineage(const Partners& partners);
  void evidence(const Evidence& evidence);
  void accepted(const std::optional<Acceptance>& accepted);
  void places(const Discrepancy& discrepancy, std::size_t most);
  void discrepancy(const Discrepancy& discrepancy, std::size_t most_places);

  const Results& results_;
  const Locations& locations_;
  JsonLayout layout_;
  JsonWriter out_;
};

void ResultsWriter::position(std::size_t source, Span span) {
  const Position start = locations_.start(source, span);
  const Position end = locations_.end(source, span);
  out_.member("startLine", start.line);
  out_.member("startColumn", start.column);
  out_.member("endLine", end.line);
  out_.member("endColumn", end.column);
}

void ResultsWriter::location(std::size_t source, Span span) {
  out_.object("location", [&] {
    const std::string_view file = locations_.file(source, span);
    if (!file.empty()) out_.member("path", file);
    position(source, span);
  });
}

// A label may stand twice in one entry; neither text may be lost.
void ResultsWriter::fields(const std::vector<Field>& fields) {
  out_.object("fields", [&] {
    for (auto field = fields.begin(); field != fields.end(); ++field) {
      const auto same = [&](const Field& other) { return other.label == field->label; };
      if (std::any_of(fields.begin(), field, same)) continue;
      std::string text = field->text;
      for (auto further = std::find_if(field + 1, fields.end(), same); further != fields.end();
           further = std::find_if(further + 1, fields.end(), same)) {
        text += "; " + further->text;
      }
      out_.member(field->label, text);
    }
  });
}

// But for its key.
void ResultsWriter::entry(const Entry& entry, std::size_t source) {
  if (!entry.aliases.empty()) out_.member("aliases", entry.aliases);
  out_.member("names", entry.names);
  out_.member("description", entry.description);
  fields(entry.fields);
  out_.member("section", entry.section);
  location(source, entry.span);
}

void ResultsWriter::coverage(const Coverage& coverage) {
  out_.object("coverage", [&] {
    out_.member("bytes", coverage.bytes);
    out_.member("entries", coverage.entries);
    out_.member("headings", coverage.headings);
    out_.member("other", coverage.other);
    out_.member("unclaimed", coverage.unclaimed);
  });
}

void ResultsWriter::source_summaries() {
  out_.objects("sources", results_.registry.sources, [&](const SourceSummary& source) {
    out_.member("id", source.id);
    out_.member("title", source.title);
    out_.member("publisher", source.publisher);
    out_.member("path", source.path);
    out_.member("format", to_string(source.format));
    out_.member("entries", source.entry_count);
    out_.member("namePrefix", source.name_prefix);
  });
}

// By source; claims come in that order, and further ones of a source are its duplicates.
void ResultsWriter::claims(const Record& record) {
  out_.object("entries", [&] {
    for (auto claim = record.claims.begin(); claim != record.claims.end();) {
      const auto further = claim + 1;
      const auto next = std::find_if(further, record.claims.end(), [&](const Claim& other) {
        return other.source != claim->source;
      });
      out_.object(id(claim->source), [&] {
        entry(claim->entry, claim->source);
        if (further == next) return;
        out_.objects("duplicates", std::span(further, next),
                     [&](const Claim& duplicate) { entry(duplicate.entry, duplicate.source); });
      });
      claim = next;
    }
  });
}

void ResultsWriter::edits(const std::vector<Edit>& edits) {
  out_.objects("edits", edits, [&](const Edit& edit) {
    out_.member("kind", to_string(edit.kind));
    out_.member("a", edit.a);
    out_.member("b", edit.b);
    if (!edit.reason.empty()) out_.member("reason", edit.reason);
  });
}

void ResultsWriter::comparisons(const RecordComparison& comparison) {
  out_.objects("comparisons", comparison.texts, [&](const Comparison& pair) {
    out_.member("a", pair.a);
    out_.member("b", pair.b);
    out_.member("kind", to_string(pair.kind));
    out_.member("similarity", pair.similarity);
    edits(pair.edits);
  });
}

void ResultsWriter::name_relations(const RecordComparison& comparison) {
  out_.objects("nameRelations", comparison.names, [&](const NameComparison& pair) {
    out_.member("a", pair.a);
    out_.member("b", pair.b);
    out_.member("relation", to_string(pair.relation));
  });
}

void ResultsWriter::field_uses(const Record& record) {
  out_.object("fields", [&] {
    for (const FieldUse& field : record.fields) {
      out_.objects(field.label, field.values, [&](const FieldValue& value) {
        out_.member("value", value.value);
        ids("sources", value.sources);
      });
    }
  });
}

// What the values of each field say, however they are written.
void ResultsWriter::field_comparisons(const RecordComparison& comparison) {
  out_.objects("fieldComparisons", comparison.fields, [&](const FieldComparison& field) {
    out_.member("labels", field.labels);
    out_.objects("values", field.readings, [&](const FieldReading& reading) {
      out_.member("texts", reading.texts);
      ids("sources", reading.sources);
    });
    out_.member("conflict", field.conflict);
  });
}

// What the texts refer to, each with the sources that do.
void ResultsWriter::facts(const Record& record, const RecordComparison& comparison) {
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
  for (auto& [fact, sources] : uses) std::sort(sources.begin(), sources.end());
  out_.objects("facts", uses, [&](const auto& use) {
    out_.member("kind", to_string(use.first.kind));
    out_.member("value", use.first.value);
    ids("sources", use.second);
  });
}

void ResultsWriter::contradictions(const RecordComparison& comparison) {
  out_.objects("contradictions", comparison.contradictions, [&](const Contradiction& found) {
    out_.member("a", found.a);
    out_.member("b", found.b);
    out_.member("kind", to_string(found.kind));
    out_.member("aWords", found.a_words);
    out_.member("bWords", found.b_words);
    out_.member("reason", found.reason);
  });
}

void ResultsWriter::record(std::size_t place) {
  const Record& record = results_.registry.records[place];
  const RecordComparison& comparison = results_.comparisons.records[place];
  out_.object([&] {
    out_.member("key", record.key);
    claims(record);
    ids("missing", record.missing);
    out_.objects("readings", record.readings, [&](const Reading& reading) {
      out_.member("text", reading.text);
      ids("sources", reading.sources);
    });
    comparisons(comparison);
    if (comparison.limited) out_.member("limited", true);
    out_.objects("names", record.names, [&](const NameUse& use) {
      out_.member("name", use.name);
      ids("sources", use.sources);
    });
    name_relations(comparison);
    field_uses(record);
    field_comparisons(comparison);
    facts(record, comparison);
    contradictions(comparison);
  });
}

// How the sources of each family hang together, with what shows it.
void ResultsWriter::lineage(const Partners& partners) {
  const auto all = trace_lineage(results_.registry, results_.comparisons, partners);
  out_.objects("lineage", all, [&](const Lineage& lineage) {
    out_.member("a", id(lineage.a));
    out_.member("b", id(lineage.b));
    id_or_null("earlier", lineage.earlier);
    out_.objects("traces", lineage.traces, [&](const Trace& trace) {
      out_.member("kind", to_string(trace.kind));
      out_.member("key", trace.key);
      out_.member("words", trace.words);
      id_or_null("earlier", trace.earlier);
    });
  });
}

void ResultsWriter::evidence(const Evidence& evidence) {
  out_.object("evidence", [&] {
    if (evidence.kind) out_.member("kind", to_string(*evidence.kind));
    if (!evidence.edits.empty()) edits(evidence.edits);
    if (!evidence.quotes.empty()) {
      out_.objects("quotes", evidence.quotes, [&](const Evidence::Quote& quote) {
        out_.member("source", id(quote.source));
        out_.member("key", quote.key);
        out_.member("text", quote.text);
      });
    }
    const auto& facts = evidence.facts;
    for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
      // Of one told several times, the last.
      const auto same = [&](const auto& other) { return other.first == fact->first; };
      if (std::none_of(fact + 1, facts.end(), same)) out_.member(fact->first, fact->second);
    }
  });
}

std::string_view change_of(const Results& results, const Discrepancy& discrepancy) {
  if (results.changes->fresh.contains(discrepancy.id)) return "new";
  return results.changes->altered.contains(discrepancy.id) ? "altered" : "unchanged";
}

void ResultsWriter::accepted(const std::optional<Acceptance>& accepted) {
  out_.key("accepted");
  if (!accepted) return out_.null();
  out_.object([&] {
    out_.member("reason", accepted->reason);
    out_.member("by", accepted->by);
    out_.member("on", accepted->on);
    if (!accepted->until.empty()) out_.member("until", accepted->until);
    if (!accepted->ref.empty()) out_.member("ref", accepted->ref);
    if (!accepted->verdict.empty()) out_.member("verdict", accepted->verdict);
  });
}

void ResultsWriter::places(const Discrepancy& discrepancy, std::size_t most) {
  const std::span<const Place> all(discrepancy.places);
  out_.objects("locations", all.first(std::min(most, all.size())), [&](const Place& place) {
    out_.member("source", id(place.source));
    out_.member("key", place.key);
    out_.member("path", path_of(results_, place));
    position(place.source, place.span);
    if (!place.label.empty()) out_.member("label", place.label);
  });
}

void ResultsWriter::discrepancy(const Discrepancy& discrepancy, std::size_t most_places) {
  out_.object([&] {
    out_.member("id", discrepancy.id);
    out_.member("rule", discrepancy.code);
    out_.member("name", discrepancy.name);
    out_.member("level", to_string(discrepancy.level));
    out_.member("keys", discrepancy.keys);
    out_.member("field", discrepancy.field);
    ids("sources", discrepancy.sources);
    out_.member("message", discrepancy.message);
    places(discrepancy, most_places);
    evidence(discrepancy.evidence);
    accepted(discrepancy.accepted);
    const std::size_t shown = std::min(discrepancy.places.size(), most_places);
    if (shown < discrepancy.place_count()) {
      out_.member("locationsLeftOut", discrepancy.place_count() - shown);
    }
    if (results_.changes && !discrepancy.accepted) {
      out_.member("change", change_of(results_, discrepancy));
    }
  });
}

std::string ResultsWriter::discrepancy(const Discrepancy& discrepancy) {
  this->discrepancy(discrepancy, discrepancy.places.size());
  return out_.take();
}

std::string ResultsWriter::extract() {
  out_.object([&] {
    out_.member("version", kVersion);
    out_.array("sources", [&] {
      for (std::size_t i = 0; i < results_.entry_sets.size(); ++i) {
        const EntrySet& set = results_.entry_sets[i];
        out_.object([&] {
          out_.member("id", id(i));
          out_.member("path", results_.sources.sources[i].path);
          out_.member("format", to_string(set.format));
          out_.member("shape", set.shape);
          out_.objects("entries", set.entries, [&](const Entry& each) {
            out_.member("key", each.key);
            entry(each, i);
          });
          coverage(set.coverage);
        });
      }
    });
  });
  return out_.take();
}

std::string ResultsWriter::registry() {
  const Partners partners = choose_partners(results_.registry, results_.comparisons);
  out_.object([&] {
    out_.member("version", kVersion);
    source_summaries();
    out_.array("families", [&] {
      for (const auto& family : results_.comparisons.families) {
        out_.array([&] {
          for (const std::size_t source : family) out_.value(id(source));
        });
      }
    });
    lineage(partners);
    if (!partners.everyone) out_.member("lineageLimited", true);
    out_.lines("records", results_.registry.records.size(), [&](std::size_t i) { record(i); });
  });
  return out_.take();
}

std::string ResultsWriter::check() {
  const Tally tally = count(results_);
  out_.object([&] {
    out_.member("version", kVersion);
    out_.object("summary", [&] {
      out_.member("sources", tally.sources);
      out_.member("entries", tally.entries);
      out_.member("keys", tally.keys);
      out_.member("error", tally.errors);
      out_.member("warning", tally.warnings);
      out_.member("note", tally.notes);
      out_.member("accepted", tally.accepted);
    });
    const std::size_t most = layout_ == JsonLayout::lines ? kMostPlacesInLine : kAllPlaces;
    const std::vector<Discrepancy>& all = results_.discrepancies;
    out_.lines("discrepancies", all.size(), [&](std::size_t i) { discrepancy(all[i], most); });
  });
  return out_.take();
}

}  // namespace

std::string discrepancy_line(const Results& results, const Discrepancy& discrepancy,
                             const Locations& locations) {
  return ResultsWriter(results, locations, JsonLayout::lines).discrepancy(discrepancy);
}

std::string extract_json(const Results& results) {
  const Locations locations(results.sources);
  return ResultsWriter(results, locations, JsonLayout::indented).extract();
}

std::string registry_json(const Results& results, JsonLayout layout) {
  const Locations locations(results.sources);
  return ResultsWriter(results, locations, layout).registry();
}

std::string check_json(const Results& results, JsonLayout layout) {
  const Locations locations(results.sources);
  return ResultsWriter(results, locations, layout).check();
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
