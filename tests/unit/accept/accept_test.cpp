#include "accept/accept.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "accept/evidence.h"
#include "unit/rules/made_up.h"

namespace doccord {
namespace {

using test::MadeUp;

Results results_with(const std::string& wiki_text) {
  MadeUp run({{"guide", {{"E1", "DISK_FULL", "The server refuses to write."}}},
              {"wiki", {{"E1", "Disk Full", wiki_text}}}});
  run.family({0, 1}).texts("E1", 0, 1, {{Kind::meaning, "refuses to", "cannot", "ability"}});
  return run.checked();
}

Results some_results() { return results_with("The server cannot write."); }

std::vector<AcceptedDiscrepancy> all_accepted(const Results& results, const std::string& until) {
  std::vector<AcceptedDiscrepancy> lines;
  for (const Discrepancy& each : results.discrepancies) {
    lines.push_back(
        accepted_line(each, results.registry, {"as designed", "jo", "2025-03-01", until, "", ""}));
  }
  return lines;
}

// "DC901 error: message", and "DC301 accepted" or "DC301 warning (accepted: ...)".
std::vector<std::string> shown(const Results& results,
                               const std::vector<AcceptedDiscrepancy>& lines,
                               const std::string& today = "2025-06-01") {
  std::vector<std::string> out;
  for (const Discrepancy& each :
       accept(results.discrepancies, {results.registry, lines, today, 2, ""})) {
    std::string text = each.code + " ";
    text += each.accepted ? "accepted" : to_string(each.level);
    if (is_about_acceptance(each)) text += ": " + each.message;
    for (const auto& [name, fact] : each.evidence.facts) {
      if (name == "accepted") text += " (accepted " + fact + ")";
    }
    out.push_back(text);
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST_CASE("accept: an active acceptance marks its discrepancy, nothing is removed") {
  const Results results = some_results();
  CHECK(shown(results, {}) == Lines{"DC301 warning"});
  CHECK(shown(results, all_accepted(results, "")) == Lines{"DC301 accepted"});
}

TEST_CASE("accept: other texts bring it back with what was accepted") {
  CHECK(
      shown(results_with("The server cannot write now."), all_accepted(some_results(), "")) ==
      Lines{"DC301 warning (accepted on 2025-03-01 by jo when it said `The server refuses to "
            "write.` beside `The server cannot write.`: as designed (DC902))",
            "DC902 warning: the acceptance 8c396738 of DC301 at `E1` is outdated: it was accepted "
            "on 2025-03-01 when it said `The server refuses to write.` beside `The server cannot "
            "write.`"});
}

TEST_CASE("accept: white space is no other text") {
  Results results = some_results();
  const auto lines = all_accepted(results, "");
  for (auto& quote : results.discrepancies[0].evidence.quotes) quote.text.insert(3, " \n");
  CHECK(shown(results, lines) == Lines{"DC301 accepted"});
}

TEST_CASE("accept: it holds up to its last day") {
  const Results results = some_results();
  const auto lines = all_accepted(results, "2025-06-01");
  CHECK(shown(results, lines, "2025-06-01") == Lines{"DC301 accepted"});
  CHECK(shown(results, lines, "2025-06-02") ==
        Lines{"DC301 warning (accepted on 2025-03-01 by jo until 2025-06-01: as designed (DC903))",
              "DC903 error: the acceptance 8c396738 of DC301 at `E1` held until 2025-06-01"});
}

TEST_CASE("accept: one whose discrepancy is gone is stale") {
  const auto lines = all_accepted(some_results(), "");
  Results mended = some_results();
  mended.discrepancies.clear();
  CHECK(shown(mended, lines) == Lines{"DC901 error: the acceptance 8c396738 of DC301 at `E1` is "
                                      "stale: what it accepts is not there any more"});
}

TEST_CASE("accept: a rule or a source that there is not is told, with the nearest") {
  const Results results = some_results();
  auto lines = all_accepted(results, "");
  lines[0].rule = "DC3O1";
  CHECK(shown(results, lines)[1] ==
        "DC904 error: the acceptance 8c396738 of DC3O1 at `E1` cannot be told: there is no rule "
        "`DC3O1`; did you mean `DC301`?");
  lines = all_accepted(results, "");
  lines[0].sources = {"wikki"};
  CHECK(shown(results, lines)[1] ==
        "DC904 error: the acceptance 8c396738 of DC301 at `E1` cannot be told: there is no source "
        "`wikki`; did you mean `wiki`?");
}

TEST_CASE("accept: what is kept of long texts is short, and cut between characters") {
  Results results = some_results();
  for (auto& quote : results.discrepancies[0].evidence.quotes) {
    quote.text.clear();
    for (int i = 0; i < 200; ++i) quote.text += "é";
  }
  const auto line =
      accepted_line(results.discrepancies[0], results.registry, {"r", "", "", "", "", ""});
  CHECK(line.said.size() == 119 * 2 + 3);
  CHECK(line.said.ends_with("é…"));
}

}  // namespace
}  // namespace doccord
