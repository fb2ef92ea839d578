#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "site/links.h"

namespace doccord {

// The id of the element that shows the discrepancy on the page of all discrepancies.
std::string finding_anchor(const Discrepancy& discrepancy);

// For the partial `finding`: one discrepancy in full.
Value finding_value(const Page& page, const Discrepancy& discrepancy);

// For the partial `finding_lines`: discrepancies, each in one line. `numbers` are places in
// Results::discrepancies.
Value finding_lines(const Page& page, const std::vector<std::size_t>& numbers);

// "2 errors, 1 warning and 3 notes", in words for people; accepted ones are counted apart.
std::string level_counts(const std::vector<const Discrepancy*>& discrepancies);

}  // namespace doccord
