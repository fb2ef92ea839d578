#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rules/discrepancy.h"

namespace doccord {

// doccord-accepted.jsonl, beside the configuration: a header, then one decision a line, sorted by
// id, with the keys of each in one order and LF at the ends. It holds no counts, line numbers or
// paths, so that two branches which accept different discrepancies merge line by line
// (`merge=union`), and a file that moves changes nothing in it.
inline constexpr std::string_view kAcceptanceFileName = "doccord-accepted.jsonl";

// What a person may decide about the two sides; which of them is wrong, when that is known.
inline constexpr std::array<std::string_view, 5> kVerdicts{"left-wrong", "right-wrong", "both",
                                                           "intentional", "unclear"};

// One line: which discrepancy, what was seen when it was accepted, and the decision.
struct AcceptedDiscrepancy {
  std::string id;
  std::string rule;  // A code: "DC301".
  std::vector<std::string> keys;
  std::string field;
  std::vector<std::string> sources;  // Ids.
  std::string evidence;              // Of accept/evidence.h.
  std::string said;                  // For readers of the file only, as the next one.
  std::string expected;
  Acceptance decision;
  std::size_t line = 0;  // From 1; 0 when it was not read from a file. Not compared.
};

// The same line but for where it stands.
bool same_line(const AcceptedDiscrepancy& a, const AcceptedDiscrepancy& b);

// Reads the file. Strict, because a decision that is half understood hides a discrepancy: merge
// markers, unknown keys, missing reasons, days that do not exist, and two lines that say different
// things of one discrepancy are errors, all of them told. Any order, blank lines and repeated lines
// are fine: they are what a merge leaves.
tl::expected<std::vector<AcceptedDiscrepancy>, std::vector<Error>> parse_acceptances(
    const std::string& path, std::string_view text);

// The file's text: the same for the same decisions, whatever their order.
std::string format_acceptances(std::vector<AcceptedDiscrepancy> entries);

}  // namespace doccord
