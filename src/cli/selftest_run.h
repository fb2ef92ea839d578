#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "cli/plant.h"
#include "library/analyze.h"

namespace doccord {

// What came of the faults of one kind.
struct FaultTally {
  FaultKind kind = FaultKind::slip;
  std::size_t planted = 0;
  std::size_t found = 0;            // By any discrepancy at the key.
  std::size_t named = 0;            // And called what it is.
  std::vector<std::string> missed;  // "id: key".
};

struct SelftestResult {
  std::vector<FaultTally> kinds;  // In the order of all_fault_kinds.
  std::size_t documents = 0;
  std::vector<std::string> false_alarms;  // On faithful copies, or away from the planted faults.
};

// The 95% interval of a share, after Wilson.
struct Interval {
  double low = 0.0;
  double high = 1.0;
};
Interval wilson(std::size_t found, std::size_t planted);

// Sets each document beside two faithful copies of it, plants faults of one kind after another in
// the third, and runs the whole chain from parsing on. A fault counts as found when a discrepancy
// of a fitting rule names its key that was not there without it.
SelftestResult run_selftest(const Extracts& documents, std::size_t rounds, std::uint64_t seed);

}  // namespace doccord
