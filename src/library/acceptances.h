#pragma once

#include <string>
#include <vector>

#include "accept/acceptance_file.h"
#include "library/analyze.h"
#include "report/results.h"

namespace doccord {

// The decisions of a project as they stand on disk.
struct AcceptanceBook {
  std::string path;  // Empty without a configuration beside which to keep them.
  std::string text;
  std::vector<AcceptedDiscrepancy> entries;
};

// Those beside the configuration; none when there is no configuration or no such file yet.
Gathered<AcceptanceBook> read_acceptances(const std::string& config_path);

// Marks what was accepted, and adds the discrepancies about acceptances, with the acceptance file
// behind the sources so that they have a place to point at. `today` tells which acceptances have
// expired; empty: none.
void apply_acceptances(Results& results, const AcceptanceBook& book, const std::string& today);

}  // namespace doccord
