#include "report/report.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "compare/partners.h"
#include "report/json.h"
#include "report/text.h"
#include "unit/rules/made_up.h"

namespace doccord {
namespace {

using nlohmann::ordered_json;
using test::MadeUp;
using test::MadeUpSource;

// Two revisions of a text, a key that one lacks, and a slip.
Results some_results() {
  MadeUp run(
      {{"guide",
        {{"E1", "DISK_FULL", "The server refuses to write."},
         {"E2", "QUEUE_FULL", "Try again."},
         {"E3", "OFF", "Switched to the the other."}}},
       {"wiki",
        {{"E1", "Disk Full", "The server cannot write."}, {"E2", "Queue Full", "Try again."}}},
       {"book", {{"E1", "Disk Full", "The server refuses to write."}}}});
  run.family({0, 1, 2}).texts("E1", 0, 1,
                              {{Kind::meaning, "refuses to", "cannot", "ability, not will"}});
  return run.checked();
}

TEST_CASE("report: found by name, text first") {
  REQUIRE(all_reports().size() >= 2);
  CHECK(all_reports().front() == &report_table::text);
  CHECK(find_report("JSON") == &report_table::json);
  CHECK(find_report("yaml") == nullptr);
}

TEST_CASE("check text: errors and warnings as blocks, notes as lines") {
  CHECK(
      check_text(some_results(), {}) ==
      R"(warning[DC301/description-meaning]: at `E1`, `wiki` has `cannot` where `guide` and `book` have `refuses to`
 --> docs/wiki.txt:1:25
  |
1 | E1 Disk Full The server cannot write.
  |                         ^^^^^^ in `wiki`
 ::: docs/guide.txt:1:25
1 | E1 DISK_FULL The server refuses to write.
  |                         ---------- in `guide`
 ::: docs/book.txt:1:25
1 | E1 Disk Full The server refuses to write.
  |                         ---------- in `book`
  = diff: The server [-refuses to-]{+cannot+} write.
  = id: 3106ef28d212e701
  = help: doccord explain DC301

warning[DC101/missing-entry]: `E2` is missing in `book`, but stands in `guide` and `wiki`
 --> docs/book.txt:1:1
  |
1 | E1 Disk Full The server refuses to write.
  | ^^^^^^^^^^^^ `E2` would come after this
 ::: docs/guide.txt:2:1
2 | E2 QUEUE_FULL Try again.
  | ------------- `E2` here
 ::: docs/wiki.txt:2:1
2 | E2 Queue Full Try again.
  | ------------- `E2` here
  = present in: 2 of 3 sources
  = id: 35c10a151d584b8e
  = help: doccord explain DC101

warning[DC307/slip]: at `E3`, `guide` has a word twice (`the the`)
 --> docs/guide.txt:3:20
  |
3 | E3 OFF Switched to the the other.
  |                    ^^^^^^^ `the`?
  = id: ed635b84959650a6
  = help: doccord explain DC307

note[DC102/lone-entry]: A key that few sources have (1; doccord explain DC102)
  docs/guide.txt:3:1: `E3` stands in `guide` only [e6f1649f2ee31256]

)");
}

TEST_CASE("check text: brief is one line each, with level, rule and id") {
  TextOptions options;
  options.detail = Detail::brief;
  CHECK(
      check_text(some_results(), options) ==
      R"(docs/wiki.txt:1:25: warning[DC301/description-meaning]: at `E1`, `wiki` has `cannot` where `guide` and `book` have `refuses to` [3106ef28d212e701]
docs/book.txt:1:1: warning[DC101/missing-entry]: `E2` is missing in `book`, but stands in `guide` and `wiki` [35c10a151d584b8e]
docs/guide.txt:3:20: warning[DC307/slip]: at `E3`, `guide` has a word twice (`the the`) [ed635b84959650a6]
docs/guide.txt:3:1: note[DC102/lone-entry]: `E3` stands in `guide` only [e6f1649f2ee31256]
)");
}

TEST_CASE("check text: what was accepted is not shown, only counted") {
  Results results = some_results();
  for (Discrepancy& found : results.discrepancies) found.accepted = Acceptance{"fine", "", ""};
  CHECK(check_text(results, {}).empty());
  CHECK(check_summary(results) ==
        "3 documents, 3 keys, 6 entries: 0 errors, 0 warnings, 0 notes, 4 accepted");
}

TEST_CASE("check text: colour is added and changes no character") {
  TextOptions options;
  options.colour = true;
  std::string coloured = check_text(some_results(), options);
  CHECK(coloured.find("\x1b[1;33mwarning[DC301/description-meaning]\x1b[0m") != std::string::npos);
  std::string plain;
  for (std::size_t i = 0; i < coloured.size(); ++i) {
    if (coloured[i] == '\x1b') {
      i = coloured.find('m', i);
    } else {
      plain += coloured[i];
    }
  }
  CHECK(plain == check_text(some_results(), {}));
}

TEST_CASE("check text: nothing in a document reaches the terminal as a control") {
  const MadeUp run({{"a", {{"E1", "X\x1b[2J", "Bad the the \x1b]0;x\x07 \u202etext."}}},
                    {"b", {{"E1", "Y", "Other."}}}});
  for (const Detail detail : {Detail::brief, Detail::normal, Detail::full}) {
    TextOptions options;
    options.detail = detail;
    const Results results = run.checked();
    for (const std::string& text : {check_text(results, options), extract_text(results, options),
                                    registry_text(results, options)}) {
      CHECK(text.find('\x1b') == std::string::npos);
      CHECK(text.find('\x07') == std::string::npos);
      CHECK(text.find("\u202e") == std::string::npos);
    }
  }
}

TEST_CASE("check summary: counts documents, keys, entries and levels") {
  CHECK(check_summary(some_results()) ==
        "3 documents, 3 keys, 6 entries: 0 errors, 3 warnings, 1 note");
}

TEST_CASE("extract text: a line for each entry") {
  CHECK(extract_text(some_results(), {}) == R"(guide (docs/guide.txt): text, lines, 3 entries
  1  E1  DISK_FULL   The server refuses to write.
  2  E2  QUEUE_FULL  Try again.
  3  E3  OFF         Switched to the the other.

wiki (docs/wiki.txt): text, lines, 2 entries
  1  E1  Disk Full   The server cannot write.
  2  E2  Queue Full  Try again.

book (docs/book.txt): text, lines, 1 entry
  1  E1  Disk Full  The server refuses to write.
)");
}

TEST_CASE("registry text: names and readings of each key with their sources") {
  CHECK(registry_text(some_results(), {}) == R"(E1
  DISK_FULL (guide)
  Disk Full (wiki, book)
  guide, book:
    The server refuses to write.
  wiki:
    The server cannot write.

E2
  QUEUE_FULL (guide)
  Queue Full (wiki)
  guide, wiki:
    Try again.
  not in book

E3
  OFF (guide)
  guide:
    Switched to the the other.
  not in wiki, book
)");
}

TEST_CASE("explain text: the whole documentation of a rule") {
  const std::string text = explain_text(rule_table::missing_entry);
  CHECK(text.starts_with(
      "# DC101 missing-entry\n\nA key that most sources or the authority have is absent here "
      "(warning).\n\n## What it looks for\n\n"));
  CHECK(text.ends_with(std::string(rule_table::missing_entry.accept) + "\n"));
}

TEST_CASE("extract json: what each source says") {
  MadeUp run({{"a", {{"E1", "OFF", "Sw\u00edtched.", "Part 1", {{"Default", "30 s"}}}}}});
  run.results.entry_sets[0].entries[0].aliases = {"0x1"};
  CHECK(extract_json(run.results) == R"({
  "version": 1,
  "sources": [
    {
      "id": "a",
      "path": "docs/a.txt",
      "format": "text",
      "shape": "lines",
      "entries": [
        {
          "key": "E1",
          "aliases": [
            "0x1"
          ],
          "names": [
            "OFF"
          ],
          "description": "Swítched.",
          "fields": {
            "Default": "30 s"
          },
          "section": "Part 1",
          "location": {
            "startLine": 1,
            "startColumn": 1,
            "endLine": 1,
            "endColumn": 31
          }
        }
      ],
      "coverage": {
        "bytes": 32,
        "entries": 32,
        "headings": 0,
        "other": 0,
        "unclaimed": 0
      }
    }
  ]
}
)");
}

std::vector<std::string> keys_of(const ordered_json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

TEST_CASE("registry json: records with readings, comparisons, names and fields") {
  const auto json = ordered_json::parse(registry_json(some_results()));
  CHECK(keys_of(json) ==
        std::vector<std::string>{"version", "sources", "families", "lineage", "records"});
  CHECK(json["sources"][0].dump() ==
        R"({"id":"guide","title":"guide","publisher":"","path":"docs/guide.txt","format":"text",)"
        R"("entries":3,"namePrefix":""})");
  CHECK(json["families"].dump() == R"([["guide","wiki","book"]])");
  const auto& record = json["records"][0];
  CHECK(keys_of(record) == std::vector<std::string>{"key", "entries", "missing", "readings",
                                                    "comparisons", "names", "nameRelations",
                                                    "fields", "fieldComparisons", "facts",
                                                    "contradictions"});
  CHECK(record["entries"]["wiki"].dump() ==
        R"({"names":["Disk Full"],"description":"The server cannot write.","fields":{},)"
        R"("section":"","location":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":38}})");
  CHECK(record["readings"].dump() ==
        R"([{"text":"The server refuses to write.","sources":["guide","book"]},)"
        R"({"text":"The server cannot write.","sources":["wiki"]}])");
  CHECK(record["comparisons"].dump() ==
        R"([{"a":0,"b":1,"kind":"meaning","similarity":0.9,"edits":[{"kind":"meaning",)"
        R"("a":"refuses to","b":"cannot","reason":"ability, not will"}]}])");
  CHECK(record["names"].dump() == R"([{"name":"DISK_FULL","sources":["guide"]},)"
                                  R"({"name":"Disk Full","sources":["wiki","book"]}])");
  CHECK(record["nameRelations"].dump() == R"([{"a":0,"b":1,"relation":"same"}])");
  CHECK(json["records"][1]["missing"].dump() == R"(["book"])");
}

TEST_CASE("registry json: a second entry of one source for a key stands beside the first") {
  MadeUp run({{"a", {{"E1", "", "One."}, {"E1", "", "Uno."}}}});
  run.results.comparisons.records[0].limited = true;
  const auto json = ordered_json::parse(registry_json(run.results));
  const auto& record = json["records"][0];
  CHECK(record["entries"]["a"]["description"] == "One.");
  CHECK(record["entries"]["a"]["duplicates"].size() == 1);
  CHECK(record["entries"]["a"]["duplicates"][0]["description"] == "Uno.");
  CHECK(record["limited"] == true);
}

TEST_CASE("registry json: of very many sources only the closest are traced, and it says so") {
  std::vector<MadeUpSource> sources;
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < 101; ++i) {
    sources.push_back({"s" + std::to_string(i), {{"E1", "", "The server is busy."}}});
    all.push_back(i);
  }
  MadeUp run(sources);
  run.family(all);
  const auto json = ordered_json::parse(registry_json(run.results));
  CHECK(json["lineageLimited"] == true);
  CHECK(json["lineage"].size() <= 101 * kClosest);
  sources.pop_back();
  all.pop_back();
  MadeUp fewer(sources);
  fewer.family(all);
  const auto whole = ordered_json::parse(registry_json(fewer.results));
  CHECK_FALSE(whole.contains("lineageLimited"));
  CHECK(whole["lineage"].size() == 100 * 99 / 2);
}

TEST_CASE("registry json: fields list every value with its sources") {
  const MadeUp run({{"manual", {{"E1", "", "", "", {{"Default", "30 s"}}}}},
                    {"website", {{"E1", "", "", "", {{"Default", "60 s"}}}}}});
  const auto json = ordered_json::parse(registry_json(run.results));
  CHECK(json["records"][0]["fields"].dump() ==
        R"({"Default":[{"value":"30 s","sources":["manual"]},)"
        R"({"value":"60 s","sources":["website"]}]})");
}

TEST_CASE("check json: summary and discrepancies in the order of the contract") {
  const auto json = ordered_json::parse(check_json(some_results()));
  CHECK(json["summary"].dump() ==
        R"({"sources":3,"entries":6,"keys":3,"error":0,"warning":3,"note":1,"accepted":0})");
  const auto& first = json["discrepancies"][0];
  CHECK(keys_of(first) == std::vector<std::string>{"id", "rule", "name", "level", "keys", "field",
                                                   "sources", "message", "locations", "evidence",
                                                   "accepted"});
  CHECK(first["rule"] == "DC301");
  CHECK(first["locations"][0].dump() ==
        R"({"source":"wiki","key":"E1","path":"docs/wiki.txt","startLine":1,"startColumn":25,)"
        R"("endLine":1,"endColumn":31,"label":"in `wiki`"})");
  CHECK(first["evidence"]["kind"] == "meaning");
  CHECK(first["evidence"]["edits"].dump() ==
        R"([{"kind":"meaning","a":"refuses to","b":"cannot","reason":"ability, not will"}])");
  CHECK(first["accepted"].is_null());
}

TEST_CASE("check json: places that are left out are counted") {
  Results results = some_results();
  results.discrepancies[0].places_left_out = 15;
  const auto json = ordered_json::parse(check_json(results));
  CHECK(json["discrepancies"][0]["locationsLeftOut"] == 15);
}

TEST_CASE("check json: an acceptance is written with its reason") {
  Results results = some_results();
  results.discrepancies[0].accepted = Acceptance{"as designed", "jo@example.org", "2025-03-01"};
  const auto json = ordered_json::parse(check_json(results));
  CHECK(json["discrepancies"][0]["accepted"].dump() ==
        R"({"reason":"as designed","by":"jo@example.org","on":"2025-03-01"})");
  CHECK(json["summary"]["accepted"] == 1);
  CHECK(json["summary"]["warning"] == 2);
}

}  // namespace
}  // namespace doccord
