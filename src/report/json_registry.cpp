// The merged registry as JSON.

#include <algorithm>
#include <span>

#include "compare/lineage.h"
#include "report/json.h"
#include "report/results_writer.h"

namespace doccord {
namespace {

class RegistryWriter : private ResultsWriter {
 public:
  RegistryWriter(const Results& results, const Locations& locations, JsonLayout layout)
      : ResultsWriter(results, locations, layout) {}

  std::string registry();

 private:
  void source_summaries();
  void claims(const Record& record);
  void comparisons(const RecordComparison& comparison);
  void name_relations(const RecordComparison& comparison);
  void field_uses(const Record& record);
  void field_comparisons(const RecordComparison& comparison);
  void facts(const Record& record, const RecordComparison& comparison);
  void contradictions(const RecordComparison& comparison);
  void record(std::size_t place);
  void lineage(const Partners& partners);
};

void RegistryWriter::source_summaries() {
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
void RegistryWriter::claims(const Record& record) {
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

void RegistryWriter::comparisons(const RecordComparison& comparison) {
  out_.objects("comparisons", comparison.texts, [&](const Comparison& pair) {
    out_.member("a", pair.a);
    out_.member("b", pair.b);
    out_.member("kind", to_string(pair.kind));
    out_.member("similarity", pair.similarity);
    edits(pair.edits);
  });
}

void RegistryWriter::name_relations(const RecordComparison& comparison) {
  out_.objects("nameRelations", comparison.names, [&](const NameComparison& pair) {
    out_.member("a", pair.a);
    out_.member("b", pair.b);
    out_.member("relation", to_string(pair.relation));
  });
}

void RegistryWriter::field_uses(const Record& record) {
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
void RegistryWriter::field_comparisons(const RecordComparison& comparison) {
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
void RegistryWriter::facts(const Record& record, const RecordComparison& comparison) {
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

void RegistryWriter::contradictions(const RecordComparison& comparison) {
  out_.objects("contradictions", comparison.contradictions, [&](const Contradiction& found) {
    out_.member("a", found.a);
    out_.member("b", found.b);
    out_.member("kind", to_string(found.kind));
    out_.member("aWords", found.a_words);
    out_.member("bWords", found.b_words);
    out_.member("reason", found.reason);
  });
}

void RegistryWriter::record(std::size_t place) {
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
void RegistryWriter::lineage(const Partners& partners) {
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

std::string RegistryWriter::registry() {
  const Partners partners = choose_partners(results_.registry, results_.comparisons);
  out_.object([&] {
    out_.member("version", kJsonVersion);
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

}  // namespace

std::string registry_json(const Results& results, JsonLayout layout) {
  const Locations locations(results.sources);
  return RegistryWriter(results, locations, layout).registry();
}

}  // namespace doccord
