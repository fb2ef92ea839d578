#pragma once

#include <string>
#include <vector>

#include "accept/accept.h"
#include "accept/acceptance_file.h"
#include "cli/analyze.h"
#include "cli/options.h"
#include "report/results.h"

namespace doccord {

// The decisions of a project as they stand on disk.
struct AcceptanceBook {
  std::string path;  // Empty without a configuration beside which to keep them.
  std::string text;
  std::vector<AcceptedDiscrepancy> entries;
};

// The path of the doccord.json that `in` names: itself, one in the directory, or, when it is empty,
// the nearest from here upward.
Result<std::string> find_configuration(const std::string& in);

// Those beside the configuration; none when there is no configuration or no such file yet.
Gathered<AcceptanceBook> read_acceptances(const std::string& config_path);

// The day it is for this run: --today, else SOURCE_DATE_EPOCH, else the clock's, in UTC.
Result<std::string> today_of(const GateOptions& options);

// Who decides: --by, else DOCCORD_BY, else git's user.email; may be empty.
std::string decider_of(const AcceptOptions& options);

// Marks what was accepted, and adds the discrepancies about acceptances, with the acceptance file
// behind the sources so that they have a place to point at.
void apply_acceptances(Results& results, const AcceptanceBook& book, const std::string& today);

}  // namespace doccord
