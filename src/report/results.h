#pragma once

#include <optional>
#include <vector>

#include "compare/comparisons.h"
#include "extract/entry.h"
#include "load/source.h"
#include "reconcile/registry.h"
#include "report/changes.h"
#include "rules/discrepancy.h"

namespace doccord {

// Everything that one run found, as the reports and the website get it.
struct Results {
  // The documents; after them, when discrepancies point at it, the file of the acceptances.
  SourceSet sources;
  std::vector<EntrySet> entry_sets;  // Parallel to the documents.
  Registry registry;
  Comparisons comparisons;
  std::vector<Discrepancy> discrepancies;
  std::optional<Changes> changes = {};  // Since another state, when there is one to compare with.
};

}  // namespace doccord
