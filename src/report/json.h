#pragma once

#include <string>

#include "report/locations.h"
#include "report/results.h"
#include "text/json_writer.h"

namespace doccord {

// The results as JSON documents: UTF-8, indented by two blanks unless told otherwise, keys in a
// fixed order, the same bytes for the same results.

inline constexpr std::size_t kJsonVersion = 1;  // The member `version` of each.

// What each source says. Needs sources and entry_sets only.
std::string extract_json(const Results& results);

// The merged registry. Needs sources, registry and comparisons.
std::string registry_json(const Results& results, JsonLayout layout = JsonLayout::indented);

// One discrepancy as a line.
std::string discrepancy_line(const Results& results, const Discrepancy& discrepancy,
                             const Locations& locations);

// What has changed. Needs changes besides.
std::string diff_json(const Results& results);

// The discrepancies. Needs sources, registry and discrepancies. As lines, of very many locations of
// a discrepancy the first are kept, and `locationsLeftOut` says how many are not: with a hundred
// sources they would be nearly all of the file, though the records have them.
std::string check_json(const Results& results, JsonLayout layout = JsonLayout::indented);

}  // namespace doccord
