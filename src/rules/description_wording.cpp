#include "rules/difference_report.h"
#include "rules/rule.h"

namespace doccord {
namespace {

std::vector<Discrepancy> check(const RuleInput& input) {
  return report_differences(input, Kind::wording, rule_table::description_wording.level);
}

}  // namespace

const Rule rule_table::description_wording{
    .code = "DC302",
    .name = "description-wording",
    .level = Level::note,
    .summary = "Other words for the same statement",
    .what =
        R"(Looks for revisions of one text that say the same in other words: another inflection, another
function word or article, a synonym, another order.

Texts of one key are compared when they are revisions of one text: when their sources belong to one
family, or when they are so alike that one must come from the other. Texts that were written
independently are never compared word by word.

The same replacement at several keys is one discrepancy that names all of them: `method` became
`HTTP verb` throughout.)",
    .why =
        R"(Nothing is wrong with either text. But two words for one thing make readers look for a difference
that is not there, and they show where copies of a text have begun to drift apart.)",
    .example =
        R"(    note[DC302/description-wording]: at `E31`, `guide` has `matching` where `wiki` has `that
    matches`)",
    .mend = R"(Take over the wording of the better text, or leave it.)",
    .accept = R"(Accept it freely: where style guides differ, so do the words.)",
    .check = check};

}  // namespace doccord
