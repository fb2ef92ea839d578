#pragma once

#include <vector>

#include "rules/name_groups.h"
#include "rules/rule.h"

namespace doccord {

// The discrepancy that lists which sources call a key what; level and message's verb are the
// rule's.
Discrepancy name_discrepancy(const RuleInput& input, const Record& record,
                             const std::vector<NameGroup>& groups, Level level);

// For each source whether it has a vocabulary of its own and is left out key by key.
std::vector<bool> left_out(const Registry& registry, const std::vector<Vocabulary>& vocabularies);

}  // namespace doccord
