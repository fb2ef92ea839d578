#pragma once

#include <string>
#include <vector>

#include "report/results.h"
#include "rules/phrasing.h"

namespace doccord {

// Whether a report shows it as something to act upon: not accepted, and, where the run compares
// with another state, not there before.
bool is_open(const Results& results, const Discrepancy& discrepancy);

// Those, the gravest first, otherwise in the order of the run.
std::vector<const Discrepancy*> open_discrepancies(const Results& results);

// The file that the place is in.
std::string path_of(const Results& results, const Place& place);

// "DC301/description-meaning".
std::string rule_of(const Discrepancy& discrepancy);

}  // namespace doccord
