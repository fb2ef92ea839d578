#pragma once

#include <vector>

#include "load/source.h"
#include "reconcile/registry.h"
#include "rules/discrepancy.h"

namespace doccord {

// What an earlier run read, and what this one did.
struct TwoRuns {
  const Registry& before;
  const Registry& now;
  const SourceSet& sources;  // Of `now`.
};

// DC403: sources of which far fewer entries were read than before, though the keys of those that
// are lost still stand in the document. Sources are known again by their ids.
std::vector<Discrepancy> find_degraded_extraction(const TwoRuns& runs);

// Takes out what only follows from that: DC101 of the lost keys.
void remove_consequences(std::vector<Discrepancy>& discrepancies,
                         const std::vector<Discrepancy>& degraded);

}  // namespace doccord
