#pragma once

#include <string>

#include "compare/propositions.h"
#include "compare/terms.h"

namespace doccord {

// The proposition with pronouns replaced by what they stand for, `no breath was detected` as `a
// breath was not detected`, and `is reachable` as `can be reached`. `before` is the sentence
// before; may be null.
PropositionPtr normal_form(const PropositionPtr& of, const PropositionPtr& before);

// The sentence with a condition told as a quality, "values that are negative" for "if the value is
// negative"; null where that cannot be.
PropositionPtr restated(const PropositionPtr& of);

// What constructions share that say the same of the word with the key: of its verb where it is an
// adjective that says what can be done, or names who does it, or what is done again.
std::string root_key(const std::string& key);

}  // namespace doccord
