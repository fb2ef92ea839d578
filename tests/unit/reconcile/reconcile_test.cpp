#include "reconcile/reconcile.h"

#include <doctest/doctest.h>
#include <string>
#include <vector>

#include "reconcile/name_prefix.h"
#include "support/five_documents.h"

namespace doccord::test {
namespace {

std::vector<std::string> keys_missing_from(const Registry& registry, std::size_t source) {
  std::vector<std::string> keys;
  for (const Record& record : registry.records) {
    if (!record.has(source)) keys.push_back(record.key);
  }
  return keys;
}

// Number of pairs of the first, second and fourth document with equal and with other texts.
std::pair<std::size_t, std::size_t> count_pairs(const Registry& registry) {
  const std::vector<std::size_t> family{0, 1, 3};
  std::pair<std::size_t, std::size_t> count{0, 0};
  for (const Record& record : registry.records) {
    for (std::size_t i = 0; i < family.size(); ++i) {
      for (std::size_t j = i + 1; j < family.size(); ++j) {
        const Claim* a = record.find(family[i]);
        const Claim* b = record.find(family[j]);
        if (a == nullptr || b == nullptr) continue;
        ++(a->entry.description == b->entry.description ? count.first : count.second);
      }
    }
  }
  return count;
}

Entry entry(const std::string& key, const std::string& name, const std::string& text) {
  Entry made;
  made.key = key;
  made.names = {name};
  made.description = text;
  return made;
}

}  // namespace

TEST_CASE("reconcile: the five documents make 49 records") {
  const Registry registry = reconcile(five_sources(), five_entry_sets());
  CHECK(registry.records.size() == 49);
  using Keys = std::vector<std::string>;
  CHECK(keys_missing_from(registry, 0) ==
        Keys{"102", "207", "308", "416", "417", "418", "428", "429", "431", "451"});
  CHECK(keys_missing_from(registry, 1) == Keys{"100", "101", "102", "207", "308", "416", "417",
                                               "418", "428", "429", "431", "449", "451"});
  CHECK(keys_missing_from(registry, 2) == Keys{"207", "305", "449"});
  CHECK(keys_missing_from(registry, 3) ==
        Keys{"102", "308", "416", "417", "418", "428", "429", "431", "451"});
  CHECK(keys_missing_from(registry, 4) ==
        Keys{"102", "207", "307", "308", "416", "417", "418", "428", "429", "431", "449", "451"});
  CHECK(count_pairs(registry) == std::pair<std::size_t, std::size_t>{73, 38});
  std::vector<std::string> prefixes;
  for (const SourceSummary& source : registry.sources) prefixes.push_back(source.name_prefix);
  CHECK(prefixes == Keys{"HTTP_STATUS_", "HTTP_STATUS_", "", "HTTP_STATUS_", ""});
}

TEST_CASE("reconcile: equal texts are one reading, equal names one name, with all their sources") {
  SourceSet sources;
  sources.sources.resize(2);
  sources.sources[0].id = "a";
  sources.sources[1].id = "b";
  std::vector<EntrySet> sets(2);
  sets[0].entries = {entry("10", "Hot", "Too  hot."), entry("9", "Wet", "Wet.")};
  sets[1].entries = {entry("10", "Hot", "Too hot."), entry("10", "Warm", "Warm.")};
  const Registry registry = reconcile(sources, sets);
  REQUIRE(registry.records.size() == 2);
  CHECK(registry.records[0].key == "9");
  CHECK(registry.records[0].missing == std::vector<std::size_t>{1});
  const Record& record = registry.records[1];
  CHECK(record.claims.size() == 3);
  REQUIRE(record.readings.size() == 2);
  CHECK(record.readings[0].text == "Too hot.");
  CHECK(record.readings[0].sources == std::vector<std::size_t>{0, 1});
  CHECK(record.readings[1].sources == std::vector<std::size_t>{1});
  CHECK(record.claims[0].reading == 0);
  CHECK(record.readings[record.claims[2].reading].text == record.claims[2].entry.description);
  REQUIRE(record.names.size() == 2);
  CHECK(record.names[0].name == "Hot");
  CHECK(record.names[0].sources == std::vector<std::size_t>{0, 1});
  CHECK(registry.find("10") == &registry.records[1]);
  CHECK(registry.find("11") == nullptr);
}

TEST_CASE("name prefix: what nearly all names begin with, up to the end of a word") {
  const auto prefix_of = [](const std::vector<std::string>& names) {
    std::vector<Entry> entries;
    for (const std::string& name : names) entries.push_back(entry("1", name, ""));
    return shared_name_prefix(entries);
  };
  CHECK(prefix_of({"HTTP_STATUS_OK", "HTTP_STATUS_GONE", "HTTP_STATUS_FOUND"}) == "HTTP_STATUS_");
  CHECK(prefix_of({"StatusOK", "StatusGone", "StatusFound"}) == "Status");
  CHECK(prefix_of({"NOT_FOUND", "NOT_MODIFIED", "OK"}).empty());
  CHECK(prefix_of({"Not Found", "Not Modified", "Not Acceptable"}).empty());
  CHECK(prefix_of({"A_B", "A_C"}).empty());
  CHECK(without_prefix("HTTP_STATUS_OK", "HTTP_STATUS_") == "OK");
  CHECK(without_prefix("HTTP_STATUS_", "HTTP_STATUS_") == "HTTP_STATUS_");
}

}  // namespace doccord::test
