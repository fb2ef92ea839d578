#pragma once

#include <vector>

#include "rules/differences.h"
#include "rules/rule.h"

namespace doccord {

// The differences between descriptions whose kind is `kind`, as discrepancies of `level`.
std::vector<Discrepancy> report_differences(const RuleInput& input, Kind kind, Level level);

}  // namespace doccord
