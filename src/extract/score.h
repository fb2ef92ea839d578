#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/proposal.h"

namespace doccord {

// How well a proposal explains a document of `bytes` bytes: many entries, each key once, keys in
// order, most of the document claimed, rows alike, each entry with a name or a text. 0 when it must
// not be taken at all.
double score(const Proposal& proposal, std::size_t bytes);

// Share of the keys that are no repetitions, 0 to 1; there is one at least. One key or a few of
// many may stand twice by mistake, which counts for little: that is for people to be told of.
double uniqueness(std::vector<std::string_view> keys);

// The best proposal, or null when none scores enough: then there are no entries, and none are made
// up.
const Proposal* best_proposal(const std::vector<Proposal>& proposals);

}  // namespace doccord
