#pragma once

#include "compare/alignment.h"

namespace doccord {

// Finds open units that both texts have in another place and closes those whose move is a matter of
// wording: adverbs, the members of a list, whole clauses, `the format of the entity` for `the
// entity format`, active for passive. Moves that change who does what stay open.
void explain_moves(Alignment& alignment);

}  // namespace doccord
