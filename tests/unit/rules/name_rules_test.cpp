#include <doctest/doctest.h>

#include "made_up.h"
#include "rules/squeezed_name.h"
#include "text/name_words.h"

namespace doccord {
namespace {

using test::MadeUp;
using test::pointed_at;
using Messages = std::vector<std::string>;

TEST_CASE("name words: every way to join words gives the same words") {
  const std::vector<std::string> words{"not", "found"};
  CHECK(name_words("NOT_FOUND") == words);
  CHECK(name_words("NotFound") == words);
  CHECK(name_words("Not Found") == words);
  CHECK(name_words("not-found") == words);
  CHECK(squeezed_name("Time-out") == "timeout");
}

TEST_CASE("name conflict: one discrepancy for each key lists who says what") {
  const MadeUp run({{"a", {{"E1", "QUEUE_FULL", ""}, {"E2", "OK", ""}}},
                    {"b", {{"E1", "Queue Full", ""}, {"E2", "Ok", ""}}},
                    {"c", {{"E1", "BUSY", ""}, {"E2", "OK", ""}}}});
  const auto found = run.find(rule_table::name_conflict);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "`E1` is named `QUEUE_FULL` in `a` and `b`; `BUSY` in `c`");
  CHECK(found[0].sources == std::vector<std::size_t>{0, 1, 2});
  CHECK(pointed_at(run.results, found[0].places[0]) == "QUEUE_FULL");
  CHECK(pointed_at(run.results, found[0].places[1]) == "BUSY");
  CHECK(pointed_at(run.results, found[0].places[2]) == "Queue Full");
  CHECK(run.find(rule_table::name_variant).empty());
}

TEST_CASE("name conflict: a variant of one of the names is listed beside it") {
  MadeUp run({{"a", {{"E1", "QUEUE_FULL", ""}}},
              {"b", {{"E1", "BUSY", ""}}},
              {"c", {{"E1", "Print Queue Full", ""}}}});
  run.names("E1", 0, 2, NameRelation::partial);
  CHECK(run.messages(rule_table::name_conflict) ==
        Messages{"`E1` is named `QUEUE_FULL` in `a`; `Print Queue Full` in `c`; `BUSY` in `b`"});
  CHECK(run.find(rule_table::name_variant).empty());
}

TEST_CASE("name variant: forms of one name are a note") {
  MadeUp run({{"a", {{"E1", "DISK_UNAVAIL", ""}}}, {"b", {{"E1", "Disk Unavailable", ""}}}});
  run.names("E1", 0, 1, NameRelation::abbreviated);
  const auto found = run.find(rule_table::name_variant);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "`E1` is named `DISK_UNAVAIL` in `a`; `Disk Unavailable` in `b`");
  CHECK(found[0].level == Level::note);
  CHECK(run.find(rule_table::name_conflict).empty());
}

TEST_CASE("name conflict: a source that names everything its own way is one discrepancy") {
  std::vector<test::MadeUpEntry> ours;
  std::vector<test::MadeUpEntry> theirs;
  for (char c = 'A'; c < 'K'; ++c) {
    ours.push_back({std::string(1, c), std::string("NAME_") + c, ""});
    theirs.push_back({std::string(1, c), std::string("begriff") + c + "x", ""});
  }
  const MadeUp run({{"a", ours}, {"b", ours}, {"c", theirs}});
  const auto found = run.find(rule_table::name_conflict);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "`c` has names of its own for 10 keys that other sources name too");
  CHECK(found[0].keys.size() == 10);
  CHECK(found[0].sources == std::vector<std::size_t>{2});
}

TEST_CASE("name hazard: a name that is how another key's name begins") {
  const MadeUp run({{"a", {{"E1", "PARTIAL", ""}, {"E2", "Rest", ""}}},
                    {"b", {{"E1", "Second Hand", ""}, {"E2", "PARTIAL_CONTENT", ""}}}});
  const auto found = run.find(rule_table::name_hazard);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message ==
        "`PARTIAL` for `E1` in `a` reads like `PARTIAL_CONTENT`, which is `E2`");
  CHECK(found[0].keys == std::vector<std::string>{"E1"});
  CHECK(found[0].sources == std::vector<std::size_t>{0});
  CHECK(pointed_at(run.results, found[0].places[1]) == "PARTIAL_CONTENT");
}

TEST_CASE("name hazard: one name for two keys is one finding") {
  const MadeUp run(
      {{"a", {{"E1", "BUSY", ""}}}, {"b", {{"E2", "Busy", ""}}}, {"c", {{"E2", "BUSY", ""}}}});
  CHECK(run.messages(rule_table::name_hazard) ==
        Messages{"`BUSY` for `E1` in `a` reads like `Busy`, which is `E2`"});
}

TEST_CASE("name hazard: silent about short forms, names that fit several keys, and tails") {
  // A short form of the key's own name.
  CHECK(MadeUp({{"a", {{"E1", "MOVED", ""}}},
                {"b", {{"E1", "Moved Away", ""}, {"E2", "Moved Back", ""}}}})
            .find(rule_table::name_hazard)
            .empty());
  // Two keys fit.
  CHECK(MadeUp({{"a", {{"E1", "REDIRECT", ""}}},
                {"b", {{"E1", "Found", ""}, {"E2", "REDIRECT_A", ""}, {"E3", "REDIRECT_B", ""}}}})
            .find(rule_table::name_hazard)
            .empty());
  // Only how the other name ends.
  CHECK(MadeUp({{"a", {{"E1", "FOUND", ""}}}, {"b", {{"E2", "NOT_FOUND", ""}}}})
            .find(rule_table::name_hazard)
            .empty());
  // A placeholder that one source gives to both.
  CHECK(MadeUp({{"a", {{"E1", "Unused", ""}}}, {"b", {{"E1", "Unused", ""}, {"E2", "Unused", ""}}}})
            .find(rule_table::name_hazard)
            .empty());
}

}  // namespace
}  // namespace doccord
