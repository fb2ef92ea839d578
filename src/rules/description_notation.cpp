#include "rules/difference_report.h"
#include "rules/rule.h"

namespace doccord {
namespace {

std::vector<Discrepancy> check(const RuleInput& input) {
  return report_differences(input, Kind::notation, rule_table::description_notation.level);
}

}  // namespace

const Rule rule_table::description_notation{
    .code = "DC303",
    .name = "description-notation",
    .level = Level::note,
    .summary = "The same thing written another way",
    .what =
        R"(Looks for revisions of one text where one side abbreviates, expands or glosses what the other
writes plainly, writes a symbol for a word, hyphenates, or follows British and not American
spelling: `URI (Uniform Resource Identifier)` for `URI`, `e-mail` for `email`, `%` for `percent`.

Texts of one key are compared when they are revisions of one text: when their sources belong to one
family, or when they are so alike that one must come from the other. Texts that were written
independently are never compared word by word.

The same replacement at several keys is one discrepancy that names all of them.)",
    .why =
        R"(The statement is the same, but a search for the one form misses the other, and a term that is
explained in one place only leaves readers of the other place without it.)",
    .example =
        R"(    note[DC303/description-notation]: at `E07` and `E12`, `guide` adds `(identifier)`, which `wiki`
    does not have)",
    .mend = R"(Choose one way, and explain an abbreviation where it is used first.)",
    .accept =
        R"(Accept it where the documents' readers differ, or where a house style asks for it.)",
    .check = check};

}  // namespace doccord
