#include "rules/difference_report.h"
#include "rules/rule.h"

namespace doccord {
namespace {

std::vector<Discrepancy> check(const RuleInput& input) {
  return report_differences(input, Kind::formatting, rule_table::description_formatting.level);
}

}  // namespace

const Rule rule_table::description_formatting{
    .code = "DC305",
    .name = "description-formatting",
    .level = Level::note,
    .summary = "Punctuation, letter case or white space differ",
    .what =
        R"(Looks for revisions of one text that have the same words and differ in punctuation, in the white
space around it, in letter case, quotation marks, dashes or bullets only.

Texts of one key are compared when they are revisions of one text: when their sources belong to one
family, or when they are so alike that one must come from the other. Texts that were written
independently are never compared word by word.)",
    .why =
        R"(Readers hardly notice. It matters where the text is copied into code or compared by machines, and a
blank before a comma is plainly a slip.)",
    .example =
        R"(    note[DC305/description-formatting]: at `E31`, `guide` has `closed,` where `wiki` has `closed ,`)",
    .mend = R"(Correct what is plainly a slip; leave the rest.)",
    .accept = R"(Accept it freely.)",
    .check = check};

}  // namespace doccord
