#pragma once

#include <string>

#include "report/results.h"

namespace doccord {

// The results as JSON documents: UTF-8, indented by two blanks, keys in a fixed order, the same
// bytes for the same results.

// What each source says. Needs sources and entry_sets only.
std::string extract_json(const Results& results);

// The merged registry. Needs sources, registry and comparisons.
std::string registry_json(const Results& results);

// The discrepancies. Needs sources, registry and discrepancies.
std::string check_json(const Results& results);

}  // namespace doccord
