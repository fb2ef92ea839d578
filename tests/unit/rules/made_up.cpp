#include "made_up.h"

#include <algorithm>
#include <cstdlib>

#include "compare/fields.h"
#include "reconcile/reconcile.h"
#include "rules/squeezed_name.h"

namespace doccord::test {
namespace {

void add_line(Source& source, EntrySet& set, const MadeUpEntry& made_up) {
  Entry entry;
  entry.key = made_up.key;
  if (!made_up.name.empty()) entry.names.push_back(made_up.name);
  entry.description = made_up.text;
  entry.section = made_up.section;
  entry.fields = made_up.fields;
  std::string line = made_up.key;
  if (!made_up.name.empty()) line += " " + made_up.name;
  if (!made_up.text.empty()) line += " " + made_up.text;
  for (const Field& field : made_up.fields) line += " " + field.label + ": " + field.text;
  entry.span = {source.text.size(), source.text.size() + line.size()};
  source.text += line + "\n";
  set.entries.push_back(entry);
}

std::size_t place_of_reading(const Record& record, std::size_t source) {
  for (std::size_t i = 0; i < record.readings.size(); ++i) {
    const auto& sources = record.readings[i].sources;
    if (std::find(sources.begin(), sources.end(), source) != sources.end()) return i;
  }
  std::abort();
}

std::size_t place_of_name(const Record& record, std::size_t source) {
  for (std::size_t i = 0; i < record.names.size(); ++i) {
    const auto& sources = record.names[i].sources;
    if (std::find(sources.begin(), sources.end(), source) != sources.end()) return i;
  }
  std::abort();
}

RecordComparison compared(const Record& record) {
  RecordComparison out;
  for (std::size_t a = 0; a < record.readings.size(); ++a) {
    for (std::size_t b = a + 1; b < record.readings.size(); ++b) {
      out.texts.push_back({a, b, Kind::independent, 0.1, {}});
    }
  }
  for (std::size_t a = 0; a < record.names.size(); ++a) {
    for (std::size_t b = a + 1; b < record.names.size(); ++b) {
      const bool same = squeezed_name(record.names[a].bare) == squeezed_name(record.names[b].bare);
      out.names.push_back({a, b, same ? NameRelation::same : NameRelation::different});
    }
  }
  return out;
}

}  // namespace

MadeUp::MadeUp(const std::vector<MadeUpSource>& sources) {
  for (const MadeUpSource& made_up : sources) {
    Source source;
    source.id = source.title = made_up.id;
    source.path = "docs/" + made_up.id + ".txt";
    EntrySet set;
    set.source_id = made_up.id;
    set.shape = "lines";
    for (const MadeUpEntry& entry : made_up.entries) add_line(source, set, entry);
    set.coverage.bytes = set.coverage.entries = source.text.size();
    results.sources.sources.push_back(std::move(source));
    results.entry_sets.push_back(std::move(set));
    results.comparisons.families.push_back({results.comparisons.families.size()});
  }
  results.registry = reconcile(results.sources, results.entry_sets);
  for (const Record& record : results.registry.records) {
    results.comparisons.records.push_back(compared(record));
  }
  auto fields = compare_fields(results.registry);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    results.comparisons.records[i].fields = std::move(fields[i]);
  }
}

MadeUp& MadeUp::family(const std::vector<std::size_t>& sources) {
  auto& families = results.comparisons.families;
  std::erase_if(families, [&](const auto& family) {
    return std::find(sources.begin(), sources.end(), family.front()) != sources.end();
  });
  families.push_back(sources);
  std::sort(families.begin(), families.end());
  return *this;
}

std::size_t MadeUp::record(const std::string& key) const {
  for (std::size_t i = 0; i < results.registry.records.size(); ++i) {
    if (results.registry.records[i].key == key) return i;
  }
  std::abort();
}

MadeUp& MadeUp::texts(const std::string& key, std::size_t a, std::size_t b,
                      const std::vector<Edit>& edits) {
  const std::size_t place = record(key);
  const Record& of = results.registry.records[place];
  const std::size_t first = place_of_reading(of, a);
  const std::size_t second = place_of_reading(of, b);
  for (Comparison& pair : results.comparisons.records[place].texts) {
    if (pair.a != std::min(first, second) || pair.b != std::max(first, second)) continue;
    pair.edits = edits;
    pair.kind = Kind::formatting;
    pair.similarity = 0.9;
    for (Edit& edit : pair.edits) {
      pair.kind = std::max(pair.kind, edit.kind);
      if (first > second) std::swap(edit.a, edit.b);
    }
  }
  return *this;
}

MadeUp& MadeUp::names(const std::string& key, std::size_t a, std::size_t b, NameRelation relation) {
  const std::size_t place = record(key);
  const Record& of = results.registry.records[place];
  const std::size_t first = place_of_name(of, a);
  const std::size_t second = place_of_name(of, b);
  for (NameComparison& pair : results.comparisons.records[place].names) {
    const bool meant = pair.a == std::min(first, second) && pair.b == std::max(first, second);
    if (meant) pair.relation = relation;
  }
  return *this;
}

RuleInput MadeUp::input() const {
  return {results.sources, results.entry_sets, results.registry, results.comparisons};
}

std::vector<Discrepancy> MadeUp::find(const Rule& rule) const {
  std::vector<Discrepancy> found = run_rules(input());
  std::erase_if(found, [&](const Discrepancy& one) { return one.code != rule.code; });
  return found;
}

std::vector<std::string> MadeUp::messages(const Rule& rule) const {
  std::vector<std::string> messages;
  for (const Discrepancy& found : find(rule)) messages.push_back(found.message);
  return messages;
}

Results MadeUp::checked() const {
  Results out = results;
  out.discrepancies = run_rules(input());
  return out;
}

std::string pointed_at(const Results& results, const Place& place) {
  return results.sources.sources[place.source].text.substr(place.span.begin, place.span.size());
}

}  // namespace doccord::test
