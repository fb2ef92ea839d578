#pragma once

#include <vector>

#include "extract/read_documents.h"

namespace doccord {

// One document may be read in several ways: by its codes or by its names, by status codes or by
// those of a vendor. Raises the scores of the readings whose keys other sources have as well, and
// sorts each source's proposals anew, best first. The order of the sources makes no difference.
void weigh_agreement(std::vector<ReadDocument>& documents);

// Whether agreement can raise the proposal's score above the best one of its source.
bool may_overtake(const Proposal& proposal, double best_score);

}  // namespace doccord
