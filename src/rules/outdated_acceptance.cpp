#include "rules/rule.h"

namespace doccord {

const Rule rule_table::outdated_acceptance{
    .code = "DC902",
    .name = "outdated-acceptance",
    .level = Level::error,
    .summary = "An acceptance of texts that have changed since",
    .what =
        R"(Reports a line of `doccord-accepted.jsonl` whose discrepancy is still there, while the texts, names
or values on one of its sides are others than those that were accepted. The discrepancy itself is
reported again, with what was accepted. Has the level of that discrepancy.)",
    .why =
        R"(A decision is about what a person saw. When the documents say something else, the reason may not
hold any more.)",
    .example =
        R"(    warning[DC902/outdated-acceptance]: the acceptance 7f3c91d2 of DC301 at `413` is outdated: it was
    accepted on 2025-03-01 when it said `The server cannot write.`)",
    .mend =
        R"(Mend the documents, or, when the reason still holds, `doccord accepted refresh ID`, which shows
what has changed.)",
    .accept = R"(It cannot be accepted; refresh the acceptance instead.)",
    .check = nullptr};  // Found by accept/.

}  // namespace doccord
