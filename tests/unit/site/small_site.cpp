#include "unit/site/small_site.h"

#include <doctest/doctest.h>

#include "reconcile/reconcile.h"
#include "text/whitespace.h"

namespace doccord::test {
namespace {

Kind kind_between(const std::string& a, const std::string& b, const std::vector<MadeKind>& kinds) {
  for (const MadeKind& made : kinds) {
    if ((made.a == a && made.b == b) || (made.a == b && made.b == a)) return made.kind;
  }
  return Kind::independent;
}

RecordComparison made_comparison(const Record& record, const std::vector<MadeKind>& kinds) {
  RecordComparison compared;
  for (std::size_t a = 0; a < record.readings.size(); ++a) {
    for (std::size_t b = a + 1; b < record.readings.size(); ++b) {
      const Kind kind = kind_between(record.readings[a].text, record.readings[b].text, kinds);
      compared.texts.push_back({a, b, kind, 0.5, {}});
    }
  }
  for (std::size_t b = 1; b < record.names.size(); ++b) {
    compared.names.push_back({0, b, NameRelation::different});
  }
  return compared;
}

}  // namespace

Results made_results(const std::vector<MadeSource>& sources, const std::vector<MadeKind>& kinds,
                     const std::vector<std::vector<std::size_t>>& families) {
  Results results;
  for (const MadeSource& made : sources) {
    Source source;
    source.id = made.id;
    source.title = made.title;
    source.publisher = "Maker of " + made.id;
    source.path = made.id + ".txt";
    EntrySet set;
    set.source_id = made.id;
    for (const MadeEntry& entry : made.entries) {
      const std::size_t begin = source.text.size();
      source.text += entry.key + " " + entry.name + " " + entry.text;
      set.entries.push_back(
          {entry.key, {}, {entry.name}, entry.text, {}, "", {begin, source.text.size()}});
      source.text += "\n";
    }
    results.sources.sources.push_back(source);
    results.entry_sets.push_back(set);
  }
  results.registry = reconcile(results.sources, results.entry_sets);
  for (const Record& record : results.registry.records) {
    results.comparisons.records.push_back(made_comparison(record, kinds));
  }
  results.comparisons.families = families;
  return results;
}

Results paper_results() {
  Results results =
      made_results({{"office",
                     "Office sizes",
                     {{"A4", "letter", "Must be used."}, {"A5", "leaf", "For notes."}}},
                    {"shop", "Shop sizes", {{"A4", "letter", "May be used."}}},
                    {"museum",
                     "Old sizes",
                     {{"A4", "sheet", "What clerks wrote on."}, {"B0", "wall", "A map."}}}},
                   {{"Must be used.", "May be used.", Kind::meaning}}, {{0, 1}, {2}});
  Discrepancy found;
  found.id = "00112233445566aa";
  found.code = "DC301";
  found.name = "description-meaning";
  found.level = Level::warning;
  found.keys = {"A4"};
  found.field = "description";
  found.sources = {1};
  found.message = "`shop` says otherwise at `A4`";
  found.places = {{1, "A4", {0, 2}, "`May` here"}};
  found.evidence.kind = Kind::meaning;
  found.evidence.edits = {{Kind::meaning, "Must", "May", "an obligation is weakened"}};
  found.evidence.quotes = {{0, "A4", "Must be used."}, {1, "A4", "May be used."}};
  results.discrepancies = {found};
  return results;
}

Site site_of(const Results& results) {
  Result<Site> site = build_site(results);
  if (!site) FAIL(to_string(site.error()));
  return *site;
}

}  // namespace doccord::test
