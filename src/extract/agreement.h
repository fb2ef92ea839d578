#pragma once

#include <vector>

#include "extract/proposal.h"

namespace doccord {

// One document may be read in several ways: by its codes or by its names, by status codes or by
// those of a vendor. Raises the scores of the readings whose keys other sources have as well, and
// sorts each source's proposals anew, best first. The order of the sources makes no difference.
void weigh_agreement(std::vector<std::vector<Proposal>>& proposals_by_source);

}  // namespace doccord
