#include "extract/coverage.h"

#include <algorithm>
#include <cstddef>

namespace doccord {
namespace {

// Adds `spans` to what is claimed and returns how many bytes they claim anew.
std::size_t claim(std::vector<Span>& claimed, std::vector<Span> spans) {
  const auto total = [](const std::vector<Span>& list) {
    std::size_t sum = 0;
    for (const Span& span : list) sum += span.size();
    return sum;
  };
  const std::size_t before = total(claimed);
  spans.insert(spans.end(), claimed.begin(), claimed.end());
  std::sort(spans.begin(), spans.end(),
            [](const Span& a, const Span& b) { return a.begin < b.begin; });
  claimed.clear();
  for (const Span& span : spans) {
    if (!claimed.empty() && span.begin <= claimed.back().end) {
      claimed.back().end = std::max(claimed.back().end, span.end);
    } else if (!span.empty()) {
      claimed.push_back(span);
    }
  }
  return total(claimed) - before;
}

}  // namespace

Coverage count_coverage(std::size_t bytes, const std::vector<Entry>& entries,
                        const std::vector<Span>& headings, const std::vector<Suspect>& suspects) {
  std::vector<Span> entry_spans;
  for (const Entry& entry : entries) entry_spans.push_back(entry.span);
  std::vector<Span> suspect_spans;
  for (const Suspect& suspect : suspects) suspect_spans.push_back(suspect.span);

  Coverage coverage;
  coverage.bytes = bytes;
  std::vector<Span> claimed;
  coverage.entries = claim(claimed, entry_spans);
  coverage.headings = claim(claimed, headings);
  coverage.unclaimed = claim(claimed, suspect_spans);
  coverage.other = coverage.bytes - coverage.entries - coverage.headings - coverage.unclaimed;
  return coverage;
}

}  // namespace doccord
