#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "accept/acceptance_file.h"
#include "reconcile/registry.h"
#include "rules/discrepancy.h"

namespace doccord {

// What became of an acceptance.
enum class AcceptanceState {
  active,    // Its discrepancy is there as it was.
  outdated,  // Its discrepancy is there, but the documents say something else now.
  expired,   // Its last day is past.
  stale,     // Its discrepancy is gone.
  unknown,   // It names a rule or a source that there is not.
};

std::string_view to_string(AcceptanceState state);

struct AcceptInput {
  const Registry& registry;
  const std::vector<AcceptedDiscrepancy>& acceptances;
  std::string today;  // ISO 8601.
  // The place in Results::sources of the acceptance file itself, which the discrepancies about
  // acceptances point at, and its lines.
  std::size_t file = 0;
  std::string_view file_text;
};

// In the order of the acceptances.
std::vector<AcceptanceState> states_of(const std::vector<Discrepancy>& found,
                                       const AcceptInput& input);

// Marks what was accepted; nothing is ever removed. What an outdated or expired acceptance was
// about says so among its facts. The discrepancies DC901 to DC904, about the acceptances
// themselves, stand at the end.
std::vector<Discrepancy> accept(std::vector<Discrepancy> found, const AcceptInput& input);

// Whether it is one of DC901 to DC904, which cannot be accepted themselves.
bool is_about_acceptance(const Discrepancy& discrepancy);

}  // namespace doccord
