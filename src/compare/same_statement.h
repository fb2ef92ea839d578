#pragma once

#include "compare/alignment.h"

namespace doccord {

// Whether two texts say the same in other constructions: actively and passively, with a verb and
// with the noun made of it, by a relative clause and by a participle. Both are taken apart into who
// does what to whom and under which circumstances, and those are compared. False where a
// construction is not understood.
bool state_the_same(const Alignment& alignment);

}  // namespace doccord
