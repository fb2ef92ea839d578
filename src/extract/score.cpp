#include "extract/score.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "text/key_order.h"

namespace doccord {
namespace {

constexpr double kEnough = 0.3;
constexpr std::size_t kFewestEntries = 2;  // A single line that looks like an entry is none.

// Share of neighbours whose keys ascend.
double order_of(const std::vector<Entry>& entries) {
  if (entries.size() < 2) return 1;
  std::size_t ascending = 0;
  for (std::size_t i = 1; i < entries.size(); ++i) {
    ascending += key_less(entries[i - 1].key, entries[i].key);
  }
  return static_cast<double>(ascending) / static_cast<double>(entries.size() - 1);
}

}  // namespace

double score(const Proposal& proposal, std::size_t bytes) {
  const std::vector<Entry>& entries = proposal.entries;
  if (entries.size() < kFewestEntries || bytes == 0) return 0;
  const auto count = static_cast<double>(entries.size());
  std::set<std::string_view> distinct;
  std::size_t claimed = 0;
  double content = 0;
  for (const Entry& entry : entries) {
    distinct.insert(entry.key);
    claimed += entry.span.size();
    content += 0.4 * !entry.names.empty();
    content += !entry.description.empty() ? 0.6 : 0.2 * !entry.fields.empty();
  }
  if (content == 0) return 0;  // Keys of which nothing is said: an index.
  const double unique = static_cast<double>(distinct.size()) / count;
  const double coverage = std::min(1.0, static_cast<double>(claimed) / static_cast<double>(bytes));
  return count * unique * unique * proposal.regularity * proposal.weight *
         (0.7 + 0.3 * order_of(entries)) * (0.3 + 0.7 * coverage) * (0.2 + 0.8 * content / count);
}

const Proposal* best_proposal(const std::vector<Proposal>& proposals) {
  const auto best =
      std::max_element(proposals.begin(), proposals.end(),
                       [](const Proposal& a, const Proposal& b) { return a.score < b.score; });
  return best == proposals.end() || best->score < kEnough ? nullptr : &*best;
}

}  // namespace doccord
