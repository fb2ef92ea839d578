#pragma once

#include <string>

#include "compare/propositions.h"
#include "compare/terms.h"

namespace doccord {

// The proposition with pronouns replaced by what they stand for, `no breath was detected` as `a
// breath was not detected`, and `is reachable` as `can be reached`. `before` is the sentence
// before; may be null.
PropositionPtr normal_form(const PropositionPtr& of, const PropositionPtr& before);

// The key of the term, of its verb where it is an adjective that says what can be done.
std::string bare_key(const Term& term);

}  // namespace doccord
