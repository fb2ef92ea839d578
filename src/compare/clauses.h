#pragma once

#include <vector>

#include "compare/propositions.h"
#include "compare/terms.h"

namespace doccord {

// What the sentence may say, likeliest reading first and a few at most; nothing when its
// construction is not understood. The terms hold no stop.
std::vector<PropositionPtr> read_sentence(const std::vector<Term>& terms);

}  // namespace doccord
