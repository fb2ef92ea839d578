#pragma once

#include "compare/units.h"

namespace doccord {

// Gives words that a writer puts for one another one key, where each text has one of them alone.
// Whether there are any.
bool unite_near_words(UnitText& a, UnitText& b);

// Whether there are any, so that the texts need not be copied in vain.
bool have_near_words(const UnitText& a, const UnitText& b);

}  // namespace doccord
