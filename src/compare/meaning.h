#pragma once

#include "compare/alignment.h"

namespace doccord {

// Notes everything that is still open as a change of meaning, with the reason that weighs most:
// negation, modality, number, condition, time, scope, who does what, other words.
void conclude_open(Alignment& alignment);

}  // namespace doccord
