#pragma once

#include <string>

#include "accept/acceptance_file.h"
#include "reconcile/registry.h"
#include "rules/discrepancy.h"

namespace doccord {

// What a person saw when a discrepancy was accepted: 16 digits made from the texts, names or values
// on all its sides, white space collapsed, and on which side each stands. Layout and which of
// several agreeing sources was quoted make no difference; any other change brings the discrepancy
// back. A discrepancy that quotes nothing (a missing entry) has the same evidence always.
std::string evidence_of(const Discrepancy& discrepancy);

// The line to keep for a discrepancy.
AcceptedDiscrepancy accepted_line(const Discrepancy& discrepancy, const Registry& registry,
                                  const Acceptance& decision);

}  // namespace doccord
