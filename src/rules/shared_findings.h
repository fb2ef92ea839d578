#pragma once

#include <optional>
#include <vector>

#include "rules/differences.h"
#include "rules/misfiling.h"
#include "rules/profile.h"
#include "rules/word_counts.h"

namespace doccord {

// What several rules build upon, worked out once for a run.
struct SharedFindings {
  WordCounts words;
  std::vector<Misfiled> misfiled;
  std::vector<Difference> differences;
  std::optional<Profile> profile;
};

SharedFindings find_shared(const RuleInput& input);

}  // namespace doccord
