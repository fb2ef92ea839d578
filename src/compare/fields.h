#pragma once

#include <vector>

#include "compare/comparisons.h"
#include "reconcile/registry.h"

namespace doccord {

// The further fields of every record, compared by value. Fields are the same when their labels are
// synonyms (compare/lexicon/labels.def), or when two sources have equal values under them at nearly
// every key. Parallel to registry.records.
std::vector<std::vector<FieldComparison>> compare_fields(const Registry& registry);

}  // namespace doccord
