#pragma once

#include "compare/comparisons.h"
#include "reconcile/registry.h"

namespace doccord {

// Compares the readings and the names of every record, and tells which sources are revisions of one
// text. Symmetric, and independent of the order of the sources but for the order of the results.
Comparisons compare(const Registry& registry);

}  // namespace doccord
