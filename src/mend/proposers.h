#pragma once

#include <functional>

#include "mend/proposal.h"
#include "mend/workshop.h"

namespace doccord {

// Those who propose changes, each for some rules. A proposer fills `ways`, or says why there is
// none; it leaves both empty when it was not asked for anything: when no source is given to go by,
// or the one that is given takes no part.

// DC307: doubled words, words run together, stray blanks, miswritten words.
void propose_slip(const Workshop& workshop, const Discrepancy& found, MendProposal& proposal);

// DC304: the right word for the miswritten one.
void propose_spelling(const Workshop& workshop, const Discrepancy& found, MendProposal& proposal);

// DC301 to DC303, DC305: the other source's words. Without a source to go by, slips that only show
// in the comparison.
void propose_wording(const Workshop& workshop, const Discrepancy& found, MendProposal& proposal);

// DC201, DC202, DC204: the other source's name, in the document's own convention.
void propose_name(const Workshop& workshop, const Discrepancy& found, MendProposal& proposal);

// DC101: the other source's entry, in the document's own layout.
void propose_entry(const Workshop& workshop, const Discrepancy& found, MendProposal& proposal);

// Mends the slips of one description that `wanted` says yes to; says why one cannot be mended.
std::string mend_slips(const Workshop& workshop, const Claim& claim,
                       const std::function<bool(const Slip&)>& wanted, MendWay& way);

}  // namespace doccord
