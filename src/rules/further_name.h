#pragma once

#include "rules/rule.h"

namespace doccord {

// Whether two entries of one source for one key are one thing under two names, on purpose: an entry
// states that it is another name (`old name`); or another source has two with the same names or,
// without names, the same texts; or they say nothing against one another and are constants of
// source code, where the one name is another writing of the other, or each is what another source
// calls the key. Anything else may be a key that was meant to be another one.
bool is_further_name(const RuleInput& input, const Record& record, const Claim& a, const Claim& b);

}  // namespace doccord
