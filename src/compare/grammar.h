#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compare/comparisons.h"
#include "compare/units.h"

namespace doccord {

// What becomes of the words of grammar between two matches. Mostly that is wording; where it
// changes who does what, or `and` for `or`, it is meaning.
struct GrammarChange {
  Kind kind = Kind::identical;
  std::string reason;
  bool is_link = false;  // `and` for `or`, a cause for its effect: whatever the voice.
};

// `places` are the units of grammar in question, ascending. `is_moved` where words change places,
// so that a word of grammar may stand elsewhere with its own.
GrammarChange compare_grammar(const UnitText& a, const std::vector<std::size_t>& places_a,
                              const UnitText& b, const std::vector<std::size_t>& places_b,
                              bool is_moved);

}  // namespace doccord
