#include "rules/difference_report.h"
#include "rules/rule.h"

namespace doccord {
namespace {

std::vector<Discrepancy> check(const RuleInput& input) {
  return report_differences(input, Kind::meaning, rule_table::description_meaning.level);
}

}  // namespace

const Rule rule_table::description_meaning{
    .code = "DC301",
    .name = "description-meaning",
    .level = Level::warning,
    .summary = "Descriptions that come from one text state different things",
    .what =
        R"(Looks for revisions of one text that no longer say the same: a negation came in, `must` became
`may`, `refuses` became `cannot`, a number or a condition changed, or a part of the content was
added, dropped or replaced. A text that was replaced altogether counts too.

Texts of one key are compared when they are revisions of one text: when their sources belong to one
family, or when they are so alike that one must come from the other. Texts that were written
independently are never compared word by word.

What two sides of a key differ in is one discrepancy, with weaker differences between the same texts
listed along. The same replacement at several keys is one discrepancy that names all of them; an added
negation is one of its own at each key, since each turns its own statement.)",
    .why =
        R"(One of the two statements is out of date or wrong, and a reader of that document acts on it. Such
changes are often made in passing, by someone who only meant to improve the style.)",
    .example =
        R"(    warning[DC301/description-meaning]: at `E31`, `wiki` has `cannot` where `guide` and `handbook`
    have `refuses to`

The server that `cannot` is broken; the one that `refuses` works as it should.)",
    .mend =
        R"(Find out which statement holds, from the standard or the product itself, and bring the others in
line with it.)",
    .accept = R"(Accept it when the documents describe versions of the product that do differ.)",
    .check = check};

}  // namespace doccord
