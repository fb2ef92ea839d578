#pragma once

#include <vector>

#include "compare/comparisons.h"
#include "extract/entry.h"
#include "load/source.h"
#include "reconcile/registry.h"
#include "rules/discrepancy.h"

namespace doccord {

// Everything that one run found, as the reports and the website get it.
struct Results {
  SourceSet sources;
  std::vector<EntrySet> entry_sets;  // Parallel to sources.sources.
  Registry registry;
  Comparisons comparisons;
  std::vector<Discrepancy> discrepancies;
};

}  // namespace doccord
