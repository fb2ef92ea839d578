#pragma once

#include "compare/propositions.h"

namespace doccord {

// Constructions that say the same by other means are brought into one. The parts of a proposition
// must have been brought into theirs before, but for `restate_condition`.

// "Warn if a comparison is always true": about comparisons that are; "the value is clamped if it is
// negative": a value that is negative is clamped. Whether there was such a condition; its parts are
// yet to be brought into one form.
bool restate_condition(Proposition& event);

// An event said plainly: "makes a request", "has the wrong length", "waits for the end".
PropositionPtr say_plainly(const Proposition& event);

// A thing named plainly: "the contents of the buffer", "this type of card".
void name_plainly(Proposition& thing);

// What `say_plainly` is made of.

// What is done, where another verb than its own says so: "makes a request", "is in use", "caused
// the transfer to fail"; null where its own does.
PropositionPtr say_action_plainly(const Proposition& event);
// How something is, and against what it is measured: "lacks a name", "is older than the other".
void say_quality_plainly(Proposition& event);
// Under which condition, until when, how often: "has no effect unless", "start again".
void say_condition_plainly(Proposition& event);
// "Close the cover after removing the paper": remove the paper, then close the cover; else null.
PropositionPtr say_steps_plainly(const Proposition& event);

}  // namespace doccord
