#include "text/common_count.h"

#include <algorithm>

namespace doccord {

std::size_t count_common(const std::vector<int>& a, const std::vector<int>& b) {
  if (a.empty() || b.empty()) return 0;
  std::vector<std::size_t> counts(static_cast<std::size_t>(*std::max_element(a.begin(), a.end())) +
                                  1);
  for (const int number : a) ++counts[static_cast<std::size_t>(number)];
  std::size_t common = 0;
  for (const int number : b) {
    const auto at = static_cast<std::size_t>(number);
    if (at >= counts.size() || counts[at] == 0) continue;
    --counts[at];
    ++common;
  }
  return common;
}

}  // namespace doccord
