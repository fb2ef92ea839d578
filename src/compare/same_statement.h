#pragma once

#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "compare/alignment.h"
#include "compare/propositions.h"
#include "compare/terms.h"

namespace doccord {

// What a text states, as far as it was asked.
struct Stated {
  std::vector<Term> terms;
  std::set<std::string> keys;  // Of what another text has to have as well to state the same.
  // The ways in which each sentence can be read; empty when one is not understood.
  std::optional<std::vector<std::vector<PropositionPtr>>> sentences;
};

// Texts taken apart, each once: a text is compared with most of the others of its key. They must
// stay where they are.
class StatedTexts {
 public:
  Stated& read(const UnitText& text);

 private:
  std::unordered_map<const UnitText*, Stated> known_;
};

// Whether two texts say the same in other constructions: actively and passively, with a verb and
// with the noun made of it, by a relative clause and by a participle. Both are taken apart into who
// does what to whom and under which circumstances, and those are compared. False where a
// construction is not understood.
bool state_the_same(const Alignment& alignment, StatedTexts& texts);

}  // namespace doccord
