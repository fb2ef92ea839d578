#include "rules/rule.h"

namespace doccord {

const Rule rule_table::expired_acceptance{
    .code = "DC903",
    .name = "expired-acceptance",
    .level = Level::error,
    .summary = "An acceptance whose last day is past",
    .what =
        R"(Reports a line of `doccord-accepted.jsonl` whose `until` is past. The discrepancy itself is reported
again. The day is today's, that of `--today`, or that of `SOURCE_DATE_EPOCH`.)",
    .why =
        R"(Who sets a last day wants to be asked again: an erratum should have come out, a translation should
have caught up.)",
    .example =
        R"(    error[DC903/expired-acceptance]: the acceptance 7f3c91d2 of DC301 at `413` held until 2025-09-01)",
    .mend =
        R"(Mend the documents and run `doccord accepted prune`, or accept again with a later day:
`doccord accept ID --reason ... --until ...`. `doccord accepted list --expiring 30` tells in time.)",
    .accept = R"(It cannot be accepted; accept the discrepancy again.)",
    .check = nullptr};  // Found by accept/.

}  // namespace doccord
