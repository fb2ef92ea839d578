#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "made_up.h"
#include "rules/edit_spans.h"

namespace doccord {
namespace {

using test::MadeUp;
using test::MadeUpSource;
using test::pointed_at;
using Messages = std::vector<std::string>;
using Sources = std::vector<std::size_t>;

const Edit kCannot{Kind::meaning, "refuses to", "cannot", ""};

TEST_CASE("find edits: of two equal phrases the one that differs") {
  const auto found = find_edits("the disk and the file", "the disk and that file",
                                {{Kind::wording, "the", "that", ""}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].a == Span{13, 16});
  CHECK(found[0].b == Span{13, 17});
}

TEST_CASE("find edits: an edit may begin with words that both texts have") {
  const auto found =
      find_edits("for now , but", "for now, but", {{Kind::formatting, "now ,", "now,", ""}});
  CHECK(found[0].a == Span{4, 9});
  CHECK(found[0].b == Span{4, 8});
}

TEST_CASE("find edits: for words that one text lacks the word before the gap stands") {
  const auto found = find_edits("not done", "not yet done", {{Kind::meaning, "", "yet", ""}});
  CHECK(found[0].a_gap);
  CHECK(found[0].a == Span{0, 3});
  CHECK(found[0].b == Span{4, 7});
}

TEST_CASE("description meaning: one finding, however many sources have the other text") {
  MadeUp run({{"a", {{"E1", "", "The server refuses to stop."}}},
              {"b", {{"E1", "", "The server refuses to stop."}}},
              {"c", {{"E1", "", "The server cannot stop."}}}});
  run.family({0, 1, 2}).texts("E1", 0, 2, {kCannot});
  const auto found = run.find(rule_table::description_meaning);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "at `E1`, `c` has `cannot` where `a` and `b` have `refuses to`");
  CHECK(found[0].sources == Sources{0, 1, 2});
  CHECK(pointed_at(run.results, found[0].places[0]) == "cannot");
  CHECK(pointed_at(run.results, found[0].places[1]) == "refuses to");
  CHECK(found[0].evidence.edits == std::vector<Edit>{kCannot});
}

TEST_CASE(
    "description meaning: of very many sources the first are pointed at, the others counted") {
  std::vector<MadeUpSource> sources;
  for (int i = 0; i < 40; ++i) {
    sources.push_back({"s" + std::to_string(i), {{"E1", "", "The server refuses to stop."}}});
  }
  sources[7].entries[0].text = "The server cannot stop.";
  std::vector<std::size_t> all(sources.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  MadeUp run(sources);
  run.family(all).texts("E1", 0, 7, {kCannot});
  const auto found = run.find(rule_table::description_meaning);
  REQUIRE(found.size() == 1);
  CHECK(found[0].sources == all);
  CHECK(found[0].places.size() == 1 + 24);
  CHECK(found[0].places[0].source == 7);
  CHECK(found[0].places_left_out == 15);
  CHECK(found[0].place_count() == 40);
}

TEST_CASE("description meaning: weaker differences of the same two texts come with it") {
  MadeUp run({{"a", {{"E1", "", "The server refuses to take a job."}}},
              {"b", {{"E1", "", "The server cannot take the job."}}}});
  run.family({0, 1}).texts("E1", 0, 1, {kCannot, {Kind::wording, "a", "the", ""}});
  CHECK(run.messages(rule_table::description_meaning) ==
        Messages{"at `E1`, `a` differs from `b`: `refuses to` for `cannot`, `a` for `the`"});
  CHECK(run.find(rule_table::description_wording).empty());
}

TEST_CASE("description meaning: a text of the family that was replaced altogether") {
  MadeUp run({{"a", {{"E1", "", "The disk is full."}}},
              {"b", {{"E1", "", "The disk is full."}}},
              {"c", {{"E1", "", "Nobody knows."}}},
              {"d", {{"E1", "", "An independent text."}}}});
  run.family({0, 1, 2}).texts("E1", 0, 2,
                              {{Kind::meaning, "The disk is full.", "Nobody knows.", ""}});
  CHECK(run.messages(rule_table::description_meaning) ==
        Messages{"at `E1`, `c` has another text than `a` and `b`"});
}

TEST_CASE("descriptions: texts that were written independently are left alone") {
  const MadeUp run({{"a", {{"E1", "", "The disk is full."}}}, {"b", {{"E1", "", "No room."}}}});
  CHECK(run.checked().discrepancies.empty());
}

TEST_CASE("descriptions: a chain of revisions shows each change once") {
  MadeUp run({{"a", {{"E1", "", "The ID is not known."}}},
              {"b", {{"E1", "", "The ID (identifier) is not known."}}},
              {"c", {{"E1", "", "The ID is unheard of."}}}});
  run.family({0, 1, 2})
      .texts("E1", 0, 1, {{Kind::notation, "", "(identifier)", ""}})
      .texts("E1", 0, 2, {{Kind::wording, "not known", "unheard of", ""}})
      .texts("E1", 1, 2,
             {{Kind::notation, "(identifier)", "", ""},
              {Kind::wording, "not known", "unheard of", ""}});
  CHECK(run.messages(rule_table::description_notation) ==
        Messages{"at `E1`, `b` adds `(identifier)`, which `a` and `c` do not have"});
  CHECK(run.messages(rule_table::description_wording) ==
        Messages{"at `E1`, `c` has `unheard of` where `a` and `b` have `not known`"});
}

TEST_CASE("descriptions: the same replacement at several keys is one discrepancy") {
  MadeUp run({{"a", {{"E1", "", "It refuses to stop."}, {"E2", "", "It refuses to go."}}},
              {"b", {{"E1", "", "It refuses to stop."}}},
              {"c", {{"E1", "", "It cannot stop."}, {"E2", "", "It cannot go."}}}});
  run.family({0, 1, 2}).texts("E1", 0, 2, {kCannot}).texts("E2", 0, 2, {kCannot});
  const auto found = run.find(rule_table::description_meaning);
  REQUIRE(found.size() == 1);
  CHECK(found[0].keys == std::vector<std::string>{"E1", "E2"});
  CHECK(found[0].message ==
        "at `E1` and `E2`, `c` has `cannot` where `a` and `b` have `refuses to`");
  CHECK(found[0].places.size() == 5);
}

TEST_CASE("descriptions: a replacement in opposite directions is not one series") {
  MadeUp run({{"a", {{"E1", "", "It refuses to stop."}, {"E2", "", "It cannot go."}}},
              {"b", {{"E1", "", "It cannot stop."}, {"E2", "", "It refuses to go."}}}});
  run.family({0, 1})
      .texts("E1", 0, 1, {kCannot})
      .texts("E2", 0, 1, {{Kind::meaning, "cannot", "refuses to", ""}});
  CHECK(run.find(rule_table::description_meaning).size() == 2);
}

TEST_CASE("description spelling: the side whose word is rarer is at fault") {
  MadeUp run({{"a", {{"E1", "", "It was recieved."}}},
              {"b", {{"E1", "", "It was received."}, {"E2", "", "Nothing was received."}}}});
  run.family({0, 1}).texts("E1", 0, 1, {{Kind::spelling, "recieved", "received", ""}});
  const auto found = run.find(rule_table::description_spelling);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "at `E1`, `recieved` is miswritten in `a`; `b` has `received`");
  CHECK(found[0].sources == Sources{0});
  CHECK(pointed_at(run.results, found[0].places[0]) == "recieved");
}

TEST_CASE("description spelling: both sides are named when nobody can tell") {
  MadeUp run({{"a", {{"E1", "", "It was grey."}}}, {"b", {{"E1", "", "It was gray."}}}});
  run.family({0, 1}).texts("E1", 0, 1, {{Kind::spelling, "grey", "gray", ""}});
  const auto found = run.find(rule_table::description_spelling);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "at `E1`, `a` has `grey` where `b` has `gray`");
  CHECK(found[0].sources == Sources{0, 1});
}

TEST_CASE("description formatting: points at the punctuation that differs") {
  MadeUp run({{"a", {{"E1", "", "Open now , but not later."}}},
              {"b", {{"E1", "", "Open now, but not later."}}}});
  run.family({0, 1}).texts("E1", 0, 1, {{Kind::formatting, "now ,", "now,", ""}});
  const auto found = run.find(rule_table::description_formatting);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "at `E1`, `a` has `now ,` where `b` has `now,`");
  CHECK(pointed_at(run.results, found[0].places[0]) == "now ,");
}

TEST_CASE("slip: doubled and joined words and stray blanks") {
  const MadeUp run({{"a",
                     {{"E1", "", "Switch to the the next one."},
                      {"E2", "", "Given in theRetry-After header."},
                      {"E3", "", "Kind ,size (or Time-out ) and theKind are given."},
                      {"E4", "", "All is well that that ends. Uses toString and .NET (see E3)."}}},
                    {"b", {{"E4", "", "Well."}}}});
  CHECK(run.messages(rule_table::slip) ==
        Messages{"at `E1`, `a` has a word twice (`the the`)",
                 "at `E2`, `a` has words run together (`theRetry-After`)",
                 "at `E3`, `a` has words run together (`theKind`) and stray blanks (`Kind ,`, "
                 "`Time-out )`)"});
}

TEST_CASE("slip: a word one letter away from one that several entries have") {
  const MadeUp run({{"a",
                     {{"E1", "", "The headers are too large."},
                      {"E2", "", "The headers are missing; though it went through."},
                      {"E3", "", "Reads headers through."},
                      {"E4", "", "Sends the headrs, headed and a header through."}}}});
  const auto found = run.find(rule_table::slip);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "at `E4`, `a` has a miswritten word (`headrs` for `headers`)");
  CHECK(pointed_at(run.results, found[0].places[0]) == "headrs");
  CHECK(found[0].places[0].label == "`headers`?");
}

TEST_CASE("slip: the same one in several texts for a key is one finding") {
  const MadeUp run({{"a", {{"E1", "", "The pump stopped at the the first sign of sand."}}},
                    {"b", {{"E1", "", "It is off since the the water was too hot."}}}});
  CHECK(run.messages(rule_table::slip) ==
        Messages{"at `E1`, `a` and `b` have a word twice (`the the`)"});
}

TEST_CASE("slip: a word of the language is none, however near another one is") {
  const MadeUp run({{"a",
                     {{"1", "", "The message was lost in transit."},
                      {"2", "", "It stays in transit."},
                      {"3", "", "Nobody reads it in transit."},
                      {"4", "", "The server would not transmit it."}}}});
  CHECK(run.find(rule_table::slip).empty());
}

TEST_CASE("slip: silent where comparing revisions shows the fault already") {
  MadeUp run({{"a", {{"E1", "", "Open now , but not later."}}},
              {"b", {{"E1", "", "Open now, but not later."}}}});
  CHECK(run.find(rule_table::slip).size() == 1);
  run.family({0, 1}).texts("E1", 0, 1, {{Kind::formatting, "now ,", "now,", ""}});
  CHECK(run.find(rule_table::slip).empty());
}

TEST_CASE("slip: what a document does throughout is its style") {
  const MadeUp run({{"a",
                     {{"E1", "", "Open , closed."},
                      {"E2", "", "Left , right."},
                      {"E3", "", "Up , down."},
                      {"E4", "", "In and out."}}}});
  CHECK(run.find(rule_table::slip).empty());
}

TEST_CASE("reference mismatch: a key called by another key's name, or nearly by its own") {
  const MadeUp run({{"a",
                     {{"101", "Queue Full", "No room."},
                      {"102", "Disk Full", "Like 101 (Disk Full) and 101 Queue Fully."},
                      {"103", "Print Queue Is Full", "Like 101 Queue Full but 102 (Disk-Full)."},
                      {"104", "Off", "After 101 Tries 102 (the second one) gives up, see 101."}}},
                    {"b", {{"101", "BUSY", ""}, {"105", "X", "Similar to 101 Busy."}}}});
  CHECK(run.messages(rule_table::reference_mismatch) ==
        Messages{"at `102`, `a` calls `101` `Disk Full`, which is the name of `102`"});
}

TEST_CASE("field conflict: other values, whatever the writing") {
  const MadeUp run(
      {{"a", {{"E1", "", "", "", {{"Default", "30 s"}, {"Code", "0x1F"}, {"Max", "1.50"}}}}},
       {"b", {{"E1", "", "", "", {{"default", "60 s"}, {"Code", "31"}, {"Max", "1.5"}}}}},
       {"c", {{"E1", "", "", "", {{"Default", "30s"}, {"Other", "x"}}}}}});
  const auto found = run.find(rule_table::field_conflict);
  REQUIRE(found.size() == 1);
  CHECK(found[0].message == "`Default` of `E1` is `30 s` in `a` and `30s` in `c`; `60 s` in `b`");
  CHECK(found[0].field == "Default");
  CHECK(found[0].level == Level::error);
}

}  // namespace
}  // namespace doccord
