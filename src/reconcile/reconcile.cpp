#include "reconcile/reconcile.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/parallel.h"
#include "reconcile/key_writings.h"
#include "reconcile/name_prefix.h"
#include "text/key_order.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

// Notes that `source` has the value; sources come in ascending order.
void add_source(std::vector<std::size_t>& sources, std::size_t source) {
  if (sources.empty() || sources.back() != source) sources.push_back(source);
}

template <class T, class Same>
T& find_or_add(std::vector<T>& items, Same same, T fresh) {
  const auto found = std::find_if(items.begin(), items.end(), same);
  if (found != items.end()) return *found;
  items.push_back(std::move(fresh));
  return items.back();
}

// Where in a list each distinct text stands: as many texts as there are sources must not be held
// against one another.
using PlaceOf = std::unordered_map<std::string, std::size_t>;

void merge_names(Record& record, const Claim& claim, const std::string& prefix, PlaceOf& places) {
  for (const std::string& name : claim.entry.names) {
    const auto [place, fresh] = places.try_emplace(name, record.names.size());
    if (fresh) record.names.push_back({name, without_prefix(name, prefix), {}});
    add_source(record.names[place->second].sources, claim.source);
  }
}

void merge_text(Record& record, Claim& claim, PlaceOf& places) {
  std::string text = collapse(claim.entry.description);
  if (text.empty()) return;
  const auto [place, fresh] = places.try_emplace(std::move(text), record.readings.size());
  if (fresh) record.readings.push_back({place->first, {}});
  claim.reading = place->second;
  add_source(record.readings[claim.reading].sources, claim.source);
}

// The sources without a claim; claims come in source order.
void list_missing(Record& record, std::size_t sources) {
  auto claim = record.claims.begin();
  for (std::size_t source = 0; source < sources; ++source) {
    while (claim != record.claims.end() && claim->source < source) ++claim;
    if (claim == record.claims.end() || claim->source != source) record.missing.push_back(source);
  }
}

void merge_fields(Record& record, const Claim& claim) {
  for (const Field& field : claim.entry.fields) {
    FieldUse& use = find_or_add(
        record.fields, [&](const FieldUse& known) { return known.label == field.label; },
        FieldUse{field.label, {}});
    FieldValue& value = find_or_add(
        use.values, [&](const FieldValue& known) { return known.value == field.text; },
        FieldValue{field.text, {}});
    add_source(value.sources, claim.source);
  }
}

// Fills all that follows from the claims, which are in source order.
void complete(Record& record, const std::vector<SourceSummary>& sources) {
  PlaceOf names;
  PlaceOf readings;
  for (Claim& claim : record.claims) {
    merge_names(record, claim, sources[claim.source].name_prefix, names);
    merge_fields(record, claim);
    merge_text(record, claim, readings);
  }
  list_missing(record, sources.size());
}

std::set<std::string> keys_of(const EntrySet& set) {
  std::set<std::string> keys;
  for (const Entry& entry : set.entries) keys.insert(entry.key);
  return keys;
}

}  // namespace

Registry reconcile(const SourceSet& sources, const std::vector<EntrySet>& entry_sets) {
  assert(sources.sources.size() == entry_sets.size());
  Registry registry;
  std::unordered_map<std::string, std::size_t> place_of_key;
  const KeyWritings writings(entry_sets);
  std::vector<std::string> prefixes(entry_sets.size());
  for_each_in_parallel(entry_sets.size(), [&](std::size_t i) {
    prefixes[i] = shared_name_prefix(entry_sets[i].entries);
  });
  for (std::size_t i = 0; i < entry_sets.size(); ++i) {
    const Source& source = sources.sources[i];
    const std::vector<Entry>& entries = entry_sets[i].entries;
    registry.sources.push_back({source.id, source.title, source.publisher, source.path,
                                entry_sets[i].format, prefixes[i], entries.size(), source.date,
                                source.authority});
    const auto own = writings.any() ? keys_of(entry_sets[i]) : std::set<std::string>();
    for (const Entry& entry : entries) {
      const std::string& key = writings.resolve(entry.key, own);
      const auto [place, fresh] = place_of_key.try_emplace(key, registry.records.size());
      if (fresh) {
        registry.records.emplace_back();
        registry.records.back().key = key;
      }
      registry.records[place->second].claims.push_back({i, entry, Claim::no_reading});
    }
  }
  for_each_in_parallel(registry.records.size(),
                       [&](std::size_t i) { complete(registry.records[i], registry.sources); });
  std::sort(registry.records.begin(), registry.records.end(),
            [](const Record& a, const Record& b) { return key_less(a.key, b.key); });
  return registry;
}

}  // namespace doccord
