#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compare/propositions.h"
#include "compare/terms.h"

namespace doccord {

enum class VerbShape { active, passive, linking };

// A verb with its auxiliaries: "has not been closed".
struct VerbGroup {
  VerbShape shape = VerbShape::active;
  std::string head;
  std::string modality;
  Aspect aspect = Aspect::any;
  bool is_negated = false;
  std::vector<Attribute> adverbs;
  std::string floated;  // What says how many of the subject: "are all closed".
  std::size_t end = 0;  // Where it began when there is none.
};

// The group that begins there. `form` is what a verb without auxiliaries may be: `third` of a
// subject's verb, `base` of an order or an infinitive, `ing` and `past` of participles, the latter
// always passive.
VerbGroup read_verb_group(const std::vector<Term>& terms, std::size_t begin, VerbForm form);

}  // namespace doccord
