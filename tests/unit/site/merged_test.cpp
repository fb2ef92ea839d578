#include "site/merged.h"

#include <doctest/doctest.h>

namespace doccord::test {
namespace {

Registry registry_of(const std::vector<std::string>& dates) {
  Registry registry;
  for (const std::string& date : dates) {
    SourceSummary source;
    source.id = std::string(1, static_cast<char>('a' + registry.sources.size()));
    source.date = date;
    registry.sources.push_back(source);
  }
  return registry;
}

Record readings(const std::vector<std::vector<std::size_t>>& sources) {
  Record record;
  for (const auto& having : sources) {
    record.readings.push_back({"text " + std::to_string(record.readings.size()), having});
  }
  return record;
}

std::string won(const Registry& registry, const Record& record) {
  const auto merged = merge_record(registry, record).description;
  return merged ? merged->text + ": " + merged->why : "none";
}

TEST_CASE("the merged text is the authority's, else the commonest, the newest, the first") {
  Registry registry = registry_of({"", "1997", "2018", ""});
  CHECK(won(registry, readings({})) == "none");
  CHECK(won(registry, readings({{2}})) == "text 0: the only one there is");
  CHECK(won(registry, readings({{0, 2}})) == "text 0: all documents that give one agree");
  CHECK(won(registry, readings({{0}, {1, 2}})) == "text 1: 2 of 3 documents that give one have it");
  CHECK(won(registry, readings({{0}, {1}, {2}})) ==
        "text 2: no two documents agree; c is the newest (2018)");
  CHECK(won(registry, readings({{0, 2}, {1, 3}})) ==
        "text 0: as many documents have another; c is the newest (2018)");
  CHECK(won(registry, readings({{0}, {3}})) == "text 0: no two documents agree; a comes first");
  registry.sources[3].authority = true;
  CHECK(won(registry, readings({{0, 1, 2}, {3}})) == "text 1: d is the authority");
}

TEST_CASE("names that differ in their sources' prefix only count as one") {
  Record record;
  record.names = {{"Gone", "Gone", {0}}, {"HTTP_GONE", "GONE", {1}}, {"SC_GONE", "GONE", {2}}};
  const auto name = merge_record(registry_of({"", "", ""}), record).name;
  REQUIRE(name);
  CHECK(name->text == "GONE");
  CHECK(name->sources == std::vector<std::size_t>{1, 2});
  CHECK(name->why == "2 of 3 documents that give one have it");
}

TEST_CASE("a document that gives several names is counted once") {
  const auto why = [](std::vector<NameUse> names) {
    Record record;
    record.names = std::move(names);
    return merge_record(registry_of({"", "", ""}), record).name->why;
  };
  CHECK(why({{"Gone", "Gone", {0, 1}}, {"Went Away", "Went Away", {1}}, {"Lost", "Lost", {2}}}) ==
        "2 of 3 documents that give one have it");
  CHECK(why({{"Gone", "Gone", {0, 1}}, {"Went Away", "Went Away", {1}}}) ==
        "all documents that give one have it");
  CHECK(why({{"Gone", "Gone", {1}}, {"Went Away", "Went Away", {1}}}) ==
        "the first in the only document that gives one");
}

TEST_CASE("every field has a merged value") {
  Record record;
  record.fields = {{"Default", {{"30 s", {0}}, {"60 s", {1, 2}}}}};
  const auto fields = merge_record(registry_of({"", "", ""}), record).fields;
  REQUIRE(fields.size() == 1);
  CHECK(fields[0].text == "60 s");
}

}  // namespace
}  // namespace doccord::test
