#pragma once

#include <vector>

#include "extract/document_texts.h"
#include "extract/entry.h"
#include "extract/proposal.h"

namespace doccord {

// Text that looks like an entry of the winning proposal but was not taken as one: a line or block
// that opens with a name and a key as the entries do, for a key that no entry has.
std::vector<Suspect> find_suspects(const DocumentTexts& texts, const Proposal& proposal);

}  // namespace doccord
