#pragma once

#include <vector>

#include "load/settings.h"
#include "reconcile/registry.h"
#include "rules/discrepancy.h"

namespace doccord {

// Gives each discrepancy the level that the configuration has for its rule, sources and keys, and
// removes those whose rule is off there.
void apply_levels(std::vector<Discrepancy>& discrepancies, const Settings& settings,
                  const Registry& registry);

// Whether a level is at or above what `failOn` says; none is above `off`.
bool reaches(Level level, LevelSetting fail_on);

}  // namespace doccord
