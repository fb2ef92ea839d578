#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compare/slips.h"
#include "compare/units.h"

namespace doccord {

// A word of one text that is miswritten in the other, in the same place.
struct Miswritten {
  std::size_t token_a = 0;  // Places in the tokens of the two texts.
  std::size_t token_b = 0;
  std::string word;  // As it should be, in lower case.
};

// Words that stand alone for one another where the texts part, and of which one is a slip.
std::vector<Miswritten> find_miswritten(const UnitText& a, const UnitText& b,
                                        const WordEvidence& evidence);

// The text read as if its token `token_of` of each miswritten word were right, so that a slip
// breaks no phrase ("siimilar to"). Tokens and bytes stay those of the text.
UnitText read_mended(const UnitText& text, const std::vector<Miswritten>& words,
                     std::size_t Miswritten::*token_of);

}  // namespace doccord
