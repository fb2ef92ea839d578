#pragma once

#include <vector>

#include "compare/units.h"

namespace doccord {

// Gives numbers and what they count equal keys where they come to the same: `one minute` and
// `60 seconds`.
void count_in_base_units(std::vector<Unit>& units);

}  // namespace doccord
