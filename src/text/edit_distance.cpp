#include "text/edit_distance.h"

#include <algorithm>
#include <string>
#include <vector>

#include "text/utf8.h"

namespace doccord {

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::u32string x = to_code_points(a);
  const std::u32string y = to_code_points(b);
  const std::size_t gap = std::max(x.size(), y.size()) - std::min(x.size(), y.size());
  if (gap > limit) return limit + 1;
  std::vector<std::size_t> before_last(y.size() + 1);
  std::vector<std::size_t> last(y.size() + 1);
  std::vector<std::size_t> row(y.size() + 1);
  for (std::size_t j = 0; j <= y.size(); ++j) last[j] = j;
  std::size_t last_best = 0;
  for (std::size_t i = 1; i <= x.size(); ++i) {
    row[0] = i;
    std::size_t best = i;
    for (std::size_t j = 1; j <= y.size(); ++j) {
      const std::size_t exchanged = last[j - 1] + (x[i - 1] != y[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, exchanged});
      if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
      best = std::min(best, row[j]);
    }
    // A swap reaches back two rows, so one row beyond the limit does not yet decide.
    if (best > limit && last_best > limit) return limit + 1;
    last_best = best;
    before_last.swap(last);
    last.swap(row);
  }
  return std::min(last[y.size()], limit + 1);
}

}  // namespace doccord
