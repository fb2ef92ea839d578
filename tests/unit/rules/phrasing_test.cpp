#include "rules/phrasing.h"

#include <doctest/doctest.h>

namespace doccord {
namespace {

TEST_CASE("phrasing: lists read as in a sentence") {
  CHECK(listed({}) == "");
  CHECK(listed({"a"}) == "a");
  CHECK(listed({"a", "b"}) == "a and b");
  CHECK(listed({"a", "b", "c"}) == "a, b and c");
}

TEST_CASE("phrasing: long quotations lose their middle, not a half character") {
  CHECK(quoted("short") == "`short`");
  const std::string long_text = std::string(60, 'a') + "é" + std::string(60, 'b');
  CHECK(quoted(long_text) == "`" + std::string(36, 'a') + " … " + std::string(36, 'b') + "`");
}

TEST_CASE("phrasing: of very many keys the first are named") {
  CHECK(listed_keys({"1", "2"}) == "`1` and `2`");
  CHECK(listed_keys({"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}) ==
        "`1`, `2`, `3`, `4`, `5`, `6`, `7`, `8` and 2 more keys");
}

TEST_CASE("phrasing: of very many sources the first are named") {
  Registry registry;
  std::vector<std::size_t> sources;
  std::string named;
  for (std::size_t i = 0; i < 30; ++i) {
    registry.sources.emplace_back().id = "s" + std::to_string(i);
    sources.push_back(i);
    if (i < 8) named += (i == 0 ? "`s" : ", `s") + std::to_string(i) + "`";
  }
  CHECK(listed_sources(registry, sources) == named + " and 22 more sources");
}

TEST_CASE("phrasing: numbers and verbs agree") {
  CHECK(counted(1, "key") == "1 key");
  CHECK(counted(0, "key") == "0 keys");
  CHECK(verb(1, "has", "have") == "has");
  CHECK(verb(2, "has", "have") == "have");
}

}  // namespace
}  // namespace doccord
