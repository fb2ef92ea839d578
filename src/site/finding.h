#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "site/links.h"

namespace doccord {

// The id of the element that shows the discrepancy on the page of all discrepancies.
std::string finding_anchor(const Discrepancy& discrepancy);

// How much of a discrepancy a page shows.
enum class FindingDetail {
  brief,   // What it says and a link to its own page: where there are many.
  listed,  // All of it, with such a link.
  full,    // All of it, on its own page.
};

// For the partial `message`: what it says; of many sources in a row, a few are named.
Value message_value(const Page& page, const Discrepancy& discrepancy);

// For the partial `finding`.
Value finding_value(const Page& page, const Discrepancy& discrepancy, FindingDetail detail);

// For the partial `finding_lines`: discrepancies, each in one line. `numbers` are places in
// Results::discrepancies.
Value finding_lines(const Page& page, const std::vector<std::size_t>& numbers);

// "2 errors, 1 warning and 3 notes", in words for people; accepted ones are counted apart.
std::string level_counts(const std::vector<const Discrepancy*>& discrepancies);

}  // namespace doccord
