#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "made_up.h"
#include "rules/identity.h"

namespace doccord {
namespace {

using test::MadeUp;

Discrepancy some(const std::string& key, const std::vector<std::size_t>& sources) {
  Discrepancy out;
  out.code = "DC101";
  out.keys = {key};
  out.field = "entry";
  out.sources = sources;
  return out;
}

Registry two_sources(const std::string& first, const std::string& second) {
  Registry registry;
  registry.sources.resize(2);
  registry.sources[0].id = first;
  registry.sources[1].id = second;
  return registry;
}

std::string id_of(Discrepancy discrepancy, const Registry& registry) {
  std::vector<Discrepancy> all{std::move(discrepancy)};
  give_ids(all, registry);
  return all.front().id;
}

TEST_CASE("identity: 16 hexadecimal digits that never change") {
  CHECK(id_of(some("404", {0}), two_sources("a", "b")) == "89387c04bc617b66");
}

TEST_CASE("identity: made of ids, so that the order of the sources does not matter") {
  CHECK(id_of(some("404", {0, 1}), two_sources("a", "b")) ==
        id_of(some("404", {0, 1}), two_sources("b", "a")));
  CHECK(id_of(some("404", {0}), two_sources("a", "b")) ==
        id_of(some("404", {1}), two_sources("b", "a")));
}

TEST_CASE("identity: message, places and level play no part") {
  Discrepancy other = some("404", {0});
  other.message = "something else";
  other.level = Level::error;
  other.places.push_back({0, "404", {3, 5}, "here"});
  CHECK(id_of(other, two_sources("a", "b")) == id_of(some("404", {0}), two_sources("a", "b")));
}

TEST_CASE("identity: parts do not run into each other") {
  const Registry registry = two_sources("a", "b");
  CHECK(id_of(some("40", {0}), registry) != id_of(some("404", {0}), registry));
  CHECK(id_of(some("a", {0}), two_sources("ab", "x")) !=
        id_of(some("aa", {0}), two_sources("b", "x")));
}

TEST_CASE("identity: unique even when all that makes an id agrees") {
  std::vector<Discrepancy> all{some("1", {0}), some("1", {0}), some("1", {0})};
  give_ids(all, two_sources("a", "b"));
  CHECK(std::set<std::string>{all[0].id, all[1].id, all[2].id}.size() == 3);
}

TEST_CASE("rules: each has its whole documentation, and codes ascend") {
  std::string_view previous;
  for (const Rule* rule : all_rules()) {
    CAPTURE(std::string(rule->code));
    CHECK(rule->code > previous);
    previous = rule->code;
    for (const std::string_view text : {rule->name, rule->summary, rule->what, rule->why,
                                        rule->example, rule->mend, rule->accept}) {
      CHECK_FALSE(text.empty());
    }
    CHECK(rule->summary.back() != '.');
    CHECK(rule->what.back() == '.');
    CHECK(rule->example.find(std::string(rule->code) + "/" + std::string(rule->name)) !=
          std::string_view::npos);
  }
}

TEST_CASE("rules: found by code and by name in any letter case") {
  CHECK(find_rule("DC101") == &rule_table::missing_entry);
  CHECK(find_rule("dc101") == &rule_table::missing_entry);
  CHECK(find_rule("Missing-Entry") == &rule_table::missing_entry);
  CHECK(find_rule("DC999") == nullptr);
  CHECK(find_rule("") == nullptr);
}

TEST_CASE("rules: discrepancies come by key, then code, with code and name filled in") {
  const MadeUp run(
      {{"a", {{"9", "", "Nine."}, {"10", "X", "Ten the the."}}}, {"b", {{"10", "Y", "Ten."}}}});
  std::vector<std::string> got;
  for (const Discrepancy& found : run.checked().discrepancies) {
    got.push_back(found.keys.front() + " " + found.code + " " + found.name);
  }
  CHECK(got ==
        std::vector<std::string>{"9 DC102 lone-entry", "10 DC201 name-conflict", "10 DC307 slip"});
}

}  // namespace
}  // namespace doccord
