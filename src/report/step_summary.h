#pragma once

#include <string>

#include "report/results.h"

namespace doccord {

// What was found as a page of Markdown: counts, what has changed, and the discrepancies with the
// gravest first, at most so many. Never longer than GitHub takes for a step's summary.
std::string markdown_page(const Results& results, std::size_t most);

// For the summary of a GitHub step.
std::string step_summary(const Results& results);

}  // namespace doccord
