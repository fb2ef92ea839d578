#include "rules/rule.h"

namespace doccord {

const Rule rule_table::stale_acceptance{
    .code = "DC901",
    .name = "stale-acceptance",
    .level = Level::error,
    .summary = "An acceptance whose discrepancy is gone",
    .what =
        R"(Reports a line of `doccord-accepted.jsonl` whose discrepancy the documents no longer have.)",
    .why =
        R"(A dead acceptance lies in wait: should the same discrepancy come back, it would pass without a
word, though nobody decided about the new case.)",
    .example =
        R"(    error[DC901/stale-acceptance]: the acceptance 7f3c91d2 of DC301 at `413` is stale: what it
    accepts is not there any more)",
    .mend =
        R"(`doccord accepted prune` takes out all such lines, and never adds one. If the discrepancy should
still be there, look whether a document lost an entry.)",
    .accept = R"(It cannot be accepted. `doccord check --allow-stale` lets it pass for one run.)",
    .check = nullptr};  // Found by accept/.

}  // namespace doccord
