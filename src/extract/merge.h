#pragma once

#include <vector>

#include "extract/proposal.h"

namespace doccord {

// Entries of one layout may be cut into several lists: a table for each class, a chapter for each
// range. Adds to the proposals those that join proposals of the same shape and roles, where their
// keys are not the same and they stand side by side, not one in the other.
void add_merged(std::vector<Proposal>& proposals);

}  // namespace doccord
