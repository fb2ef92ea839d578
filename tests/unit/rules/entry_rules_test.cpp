#include <doctest/doctest.h>

#include "made_up.h"

namespace doccord {
namespace {

using test::MadeUp;
using test::MadeUpSource;
using test::pointed_at;
using Messages = std::vector<std::string>;

TEST_CASE("missing entry: a key that most sources have is missing in the one that has it not") {
  const MadeUp run({{"a", {{"1", "", "One."}, {"2", "", "Two."}, {"10", "", "Ten."}}},
                    {"b", {{"1", "", "One."}, {"10", "", "Ten."}}},
                    {"c", {{"2", "", "Zwei."}, {"10", "", "Zehn."}}}});
  CHECK(run.messages(rule_table::missing_entry) ==
        Messages{"`1` is missing in `c`, but stands in `a` and `b`",
                 "`2` is missing in `b`, but stands in `a` and `c`"});
}

TEST_CASE("missing entry: points at the entry after which the key would come") {
  const MadeUp run({{"a", {{"1", "", "One."}, {"2", "", "Two."}, {"10", "", "Ten."}}},
                    {"b", {{"1", "", "One."}, {"10", "", "Ten."}}},
                    {"c", {{"2", "", "Zwei."}, {"10", "", "Zehn."}}}});
  const auto found = run.find(rule_table::missing_entry);
  REQUIRE(found.size() == 2);
  CHECK(found[0].places[0].label == "`1` would come before this");
  CHECK(pointed_at(run.results, found[0].places[0]) == "2");
  CHECK(found[1].places[0].label == "`2` would come after this");
  CHECK(pointed_at(run.results, found[1].places[0]) == "1");
  CHECK(found[1].places[0].source == 1);
  CHECK(found[1].level == Level::warning);
}

TEST_CASE("missing entry: of very many sources that have the key the first are pointed at") {
  std::vector<MadeUpSource> sources;
  for (int i = 0; i < 40; ++i) sources.push_back({"s" + std::to_string(i), {{"1", "", ""}}});
  sources[3].entries[0].key = "2";
  const MadeUp run(sources);
  const auto found = run.find(rule_table::missing_entry);
  REQUIRE(found.size() == 1);
  CHECK(found[0].places.size() == 1 + 24);
  CHECK(found[0].places[0].source == 3);
  CHECK(found[0].places_left_out == 15);
}

TEST_CASE("missing entry: half of the sources are not most of them") {
  const MadeUp run({{"a", {{"1", "", "One."}, {"2", "", "Two."}}}, {"b", {{"1", "", "One."}}}});
  CHECK(run.find(rule_table::missing_entry).empty());
}

TEST_CASE("lone entry: one discrepancy names all the few that have the key") {
  const MadeUp run({{"a", {{"1", "", "One."}, {"7", "", "Seven."}}},
                    {"b", {{"1", "", "One."}, {"7", "", "Seven."}, {"8", "", "Eight."}}},
                    {"c", {{"1", "", "One."}}},
                    {"d", {{"1", "", "One."}}}});
  CHECK(run.messages(rule_table::lone_entry) ==
        Messages{"`7` stands in `a` and `b` only", "`8` stands in `b` only"});
  CHECK(run.find(rule_table::lone_entry)[0].level == Level::note);
}

TEST_CASE("lone entry: a single document has nothing to be compared with") {
  const MadeUp run({{"a", {{"1", "", "One."}}}});
  CHECK(run.find(rule_table::lone_entry).empty());
  CHECK(run.find(rule_table::missing_entry).empty());
}

TEST_CASE("duplicate entry: different texts are an error, equal ones a warning") {
  const MadeUp run({{"a", {{"1", "", "One."}, {"1", "", "Uno."}, {"2", "", "Two."}}},
                    {"b", {{"1", "", "One."}, {"2", "", "Two."}, {"2", "", "Two."}}}});
  const auto found = run.find(rule_table::duplicate_entry);
  REQUIRE(found.size() == 2);
  CHECK(found[0].message == "`1` stands twice in `a`, and not with the same text or name");
  CHECK(found[0].level == Level::error);
  CHECK(found[0].sources == std::vector<std::size_t>{0});
  CHECK(found[0].places.size() == 2);
  CHECK(found[1].message == "`2` stands twice in `b`, saying the same");
  CHECK(found[1].level == Level::warning);
}

TEST_CASE("misfiled entry: a text that the others have under another key") {
  const std::string disk = "The disk that the file stands on has no room left.";
  const std::string queue = "Somebody else prints, and the job waits for its turn.";
  const MadeUp run({{"a", {{"E1", "", disk}, {"E2", "", queue}}},
                    {"b", {{"E1", "", disk}, {"E2", "", queue}}},
                    {"c", {{"E1", "", queue}, {"E2", "", queue}}}});
  const auto found = run.find(rule_table::misfiled_entry);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "the text at `E1` in `c` is that of `E2` in `a`, `b` and `c`");
  CHECK(found[0].sources == std::vector<std::size_t>{2});
  CHECK(pointed_at(run.results, found[0].places[0]) == queue);
}

TEST_CASE("misfiled entry: no other rule speaks of a misfiled text") {
  const std::string disk = "The disk that the file stands on has no room left.";
  const std::string queue = "Somebody else prints, and the job waits for its turn.";
  MadeUp run({{"a", {{"E1", "DISK", disk}, {"E2", "QUEUE", queue}}},
              {"b", {{"E1", "DISK", disk}, {"E2", "QUEUE", queue}}},
              {"c", {{"E1", "QUEUE", queue}, {"E2", "DISK", disk}}}});
  run.family({0, 1, 2});
  CHECK(run.checked().discrepancies.size() == 1);
  CHECK(run.messages(rule_table::misfiled_entry) ==
        Messages{
            "the texts at `E1` and `E2` in `c` are those of `E2` and `E1`: the two are swapped"});
}

TEST_CASE("misfiled entry: names tell where there is no text") {
  const MadeUp slipped(
      {{"a", {{"1", "Off", ""}, {"2", "Hot", ""}, {"3", "Full", ""}, {"4", "Wet", ""}}},
       {"b", {{"1", "OFF", ""}, {"2", "HOT", ""}, {"3", "FULL", ""}, {"4", "WET", ""}}},
       {"c", {{"1", "Off", ""}, {"2", "Full", ""}, {"3", "Wet", ""}, {"4", "Wet", ""}}}});
  CHECK(slipped.messages(rule_table::misfiled_entry) ==
        Messages{
            "the names at `2` and `3` in `c` are those of `3` and `4`: 2 rows slipped together"});
  CHECK(slipped.checked().discrepancies.size() == 1);
  const MadeUp transposed({{"a", {{"404", "Lost", ""}, {"405", "Barred", ""}}},
                           {"b", {{"404", "Lost", ""}, {"405", "Barred", ""}}},
                           {"c", {{"440", "Lost", ""}, {"405", "Barred", ""}}}});
  CHECK(transposed.messages(rule_table::misfiled_entry) ==
        Messages{
            "the name at `440` in `c` is that of `404` in `a` and `b`: two characters of the key "
            "are swapped"});
  // Both rows may have been meant to be called the same.
  const MadeUp twice({{"a", {{"1", "Off", ""}, {"2", "Hot", ""}}},
                      {"b", {{"1", "Off", ""}, {"2", "Hot", ""}}},
                      {"c", {{"1", "Off", ""}, {"2", "Off", ""}}}});
  CHECK(twice.find(rule_table::misfiled_entry).empty());
}

TEST_CASE("misfiled entry: a name that a document gives to very many keys is none of them's own") {
  const auto found_beside = [](int reserved) {
    MadeUpSource many{"c", {{"440", "Reserved", ""}}};
    for (int key = 1; key <= reserved; ++key) {
      many.entries.push_back({std::to_string(key), "Reserved", ""});
    }
    const MadeUp run({{"a", {{"404", "Reserved", ""}}}, {"b", {{"404", "Reserved", ""}}}, many});
    return run.find(rule_table::misfiled_entry).size();
  };
  CHECK(found_beside(20) == 1);
  CHECK(found_beside(80) == 0);
}

TEST_CASE("misfiled entry: names do not tell against a text that is where it belongs") {
  const std::string disk = "The disk that the file stands on has no room left.";
  const std::string queue = "Somebody else prints, and the job waits for its turn.";
  const MadeUp run({{"a", {{"E1", "DISK", disk}, {"E2", "QUEUE", queue}}},
                    {"b", {{"E1", "DISK", disk}, {"E2", "QUEUE", queue}}},
                    {"c", {{"E1", "QUEUE", disk}, {"E2", "DISK", queue}}}});
  CHECK(run.find(rule_table::misfiled_entry).empty());
}

TEST_CASE("misfiled entry: of two sources either may be wrong, and the order does not matter") {
  const std::string message =
      "the names at `1` and `2` in `a` are those of `2` and `1` in `b`: one of the two has them "
      "swapped";
  const MadeUp run(
      {{"a", {{"1", "Off", ""}, {"2", "Hot", ""}}}, {"b", {{"1", "Hot", ""}, {"2", "Off", ""}}}});
  const auto found = run.find(rule_table::misfiled_entry);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == message);
  CHECK(found[0].sources == std::vector<std::size_t>{0, 1});
}

TEST_CASE("misfiled entry: a text under a key that nobody else has, where its own is missing") {
  const std::string disk = "The disk that the file stands on has no room left.";
  const MadeUp run({{"a", {{"E1", "", disk}, {"E2", "", ""}}},
                    {"b", {{"E1", "", disk}, {"E2", "", ""}}},
                    {"c", {{"E7", "", disk}, {"E2", "", ""}}}});
  CHECK(run.messages(rule_table::misfiled_entry) ==
        Messages{"the text at `E7` in `c` is that of `E1` in `a` and `b`"});
  CHECK(run.find(rule_table::lone_entry).empty());
}

TEST_CASE("misfiled entry: short texts are alike by chance") {
  const MadeUp run({{"a", {{"E1", "", "The disk is full."}, {"E2", "", "Not used."}}},
                    {"b", {{"E1", "", "Not used."}, {"E2", "", "The queue is full."}}}});
  CHECK(run.find(rule_table::misfiled_entry).empty());
}

TEST_CASE("unclaimed entry: every suspect is reported with its reason") {
  MadeUp run({{"a", {{"E1", "", "One."}}}});
  run.results.entry_sets[0].suspects.push_back({{0, 2}, "E9", "stands outside the table"});
  const auto found = run.find(rule_table::unclaimed_entry);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message ==
        "what looks like an entry for `E9` in `a` was not taken as one: it stands outside the "
        "table");
  CHECK(found[0].places[0].span == Span{0, 2});
}

TEST_CASE("section mismatch: a key outside the class that its heading names") {
  const MadeUp run({{"a",
                     {{"400", "", "Bad.", "4xx: Client errors"},
                      {"404", "", "Gone.", "4xx: Client errors"},
                      {"502", "", "Broken.", "4xx: Client errors"}}},
                    {"b",
                     {{"400", "", "Bad.", "Client errors (400–499)"},
                      {"404", "", "Gone.", "Client errors (400–499)"},
                      {"502", "", "Broken.", "Server errors (500–599)"}}}});
  CHECK(run.messages(rule_table::section_mismatch) ==
        Messages{"`502` stands in the section `4xx: Client errors` of `a`"});
}

TEST_CASE("section mismatch: a number in a heading is no class when most entries do not fit it") {
  const MadeUp run({{"a",
                     {{"404", "", "Gone.", "Codes of RFC 2616-2619"},
                      {"405", "", "Wrong.", "Codes of RFC 2616-2619"}}},
                    {"b", {{"404", "", "Gone.", "Client errors"}}}});
  CHECK(run.find(rule_table::section_mismatch).empty());
}

}  // namespace
}  // namespace doccord
