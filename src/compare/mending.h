#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
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

// Texts read as if their miswritten words were right, so that a slip breaks no phrase ("siimilar
// to"). Tokens and bytes stay those of the text. Each is read once: a text has the same slips
// against most of the others. The texts must outlive it.
class MendedTexts {
 public:
  // `token_of` of each word is its place in the text; without words the text itself.
  const UnitText& read(const UnitText& text, const std::vector<Miswritten>& words,
                       std::size_t Miswritten::*token_of);

 private:
  std::map<std::pair<const UnitText*, std::string>, UnitText> known_;  // By what it says then.
};

}  // namespace doccord
