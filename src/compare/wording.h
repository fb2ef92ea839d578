#pragma once

#include "compare/alignment.h"
#include "compare/slips.h"

namespace doccord {

// Looks at every place where two aligned texts part and notes what explains it without a change of
// meaning: another writing, a slip, another form, a synonym, words of grammar. What it explains is
// no longer open. Grammar that changes who does what is noted as meaning here too.
void explain_places(Alignment& alignment, const WordEvidence& evidence);

}  // namespace doccord
