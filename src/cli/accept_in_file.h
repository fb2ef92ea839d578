#pragma once

#include <cstddef>
#include <ostream>
#include <string>

#include "cli/analyze.h"
#include "cli/options.h"
#include "report/results.h"

namespace doccord {

// Writes the decision `given` into the file of acceptances beside the configuration, for what it
// chooses of `results`, on which no decision has been applied yet. Each that is accepted is a line
// of `out`; the value is their number.
Gathered<std::size_t> accept_in_file(const AcceptOptions& given, const std::string& today,
                                     Results results, std::ostream& out);

}  // namespace doccord
