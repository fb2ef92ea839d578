#pragma once

#include <vector>

#include "load/source.h"
#include "reconcile/registry.h"

namespace doccord {

// Merges what the sources say, key by key. `entry_sets` is parallel to `sources.sources`.
Registry reconcile(const SourceSet& sources, const std::vector<EntrySet>& entry_sets);

}  // namespace doccord
