#pragma once

#include <cstddef>
#include <vector>

#include "reconcile/registry.h"

namespace doccord {

// Which sources are revisions of one text: a partition of the sources, each family ascending, by
// first source. Two sources belong together when much of what both say is in the same words, beyond
// what independent authors share; families are the connected sources.
std::vector<std::vector<std::size_t>> find_families(const Registry& registry);

}  // namespace doccord
