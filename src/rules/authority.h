#pragma once

#include <cstddef>
#include <vector>

#include "rules/rule.h"

namespace doccord {

// Where an authority takes part in a disagreement, whoever does not stand on its side is at fault:
// names those as the discrepancy's sources and says so in its message. `sides` are the sources that
// agree with one another. Without an authority, or with authorities on several sides, nothing
// changes: nobody can tell.
void blame_by_authority(const RuleInput& input, const std::vector<std::vector<std::size_t>>& sides,
                        Discrepancy& found);

// Whether one of the sources is an authority.
bool has_authority(const RuleInput& input, const std::vector<std::size_t>& sources);

}  // namespace doccord
