#include "rules/rule.h"

namespace doccord {

const Rule rule_table::unknown_acceptance{
    .code = "DC904",
    .name = "unknown-acceptance",
    .level = Level::error,
    .summary = "An acceptance of a rule or a source that there is not",
    .what =
        R"(Reports a line of `doccord-accepted.jsonl` that names a rule that doccord does not have, or a source
that the configuration does not name.)",
    .why =
        R"(Such a line accepts nothing, though its writer believed that it does. Mostly a source was renamed
or taken out, or the line was written by hand.)",
    .example =
        R"(    error[DC904/unknown-acceptance]: the acceptance 7f3c91d2 of DC301 at `413` cannot be told: there
    is no source `wikki`; did you mean `wiki`?)",
    .mend =
        R"(Give the source its old id back, or take the line out: `doccord accepted prune`. Then accept what
is reported anew.)",
    .accept = R"(It cannot be accepted.)",
    .check = nullptr};  // Found by accept/.

}  // namespace doccord
