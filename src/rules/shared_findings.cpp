#include "rules/shared_findings.h"

namespace doccord {

SharedFindings find_shared(const RuleInput& input) {
  SharedFindings shared{WordCounts(input.registry),
                        find_misfiled(input),
                        {},
                        chosen_profile(input.sources.settings, input.registry)};
  shared.differences = find_differences(input, shared.misfiled, shared.words);
  return shared;
}

}  // namespace doccord
