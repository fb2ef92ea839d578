#include "rules/difference_report.h"
#include "rules/rule.h"

namespace doccord {
namespace {

std::vector<Discrepancy> check(const RuleInput& input) {
  return report_differences(input, Kind::spelling, rule_table::description_spelling.level);
}

}  // namespace

const Rule rule_table::description_spelling{
    .code = "DC304",
    .name = "description-spelling",
    .level = Level::warning,
    .summary = "One side of a revised text is miswritten",
    .what =
        R"(Looks for revisions of one text that are the same but for a slip of the pen: a letter dropped,
doubled, replaced or swapped with its neighbour. Another form of the same word is no slip, and
neither is another word that is spelled nearly alike.

Texts of one key are compared when they are revisions of one text: when their sources belong to one
family, or when they are so alike that one must come from the other. Texts that were written
independently are never compared word by word.

The side whose word is rarer in all the documents is taken to be at fault. When both are as rare,
the discrepancy names both sides.)",
    .why =
        R"(A miswritten word looks careless, is not found by a search and, in the name of a header, an option
or a function, does not work.)",
    .example =
        R"(    warning[DC304/description-spelling]: at `E31`, `recieved` is miswritten in `wiki`; `guide` and
    `handbook` have `received`)",
    .mend = R"(Correct the word.)",
    .accept = R"(Accept it when the word is meant so: a name, or a quotation.)",
    .check = check};

}  // namespace doccord
