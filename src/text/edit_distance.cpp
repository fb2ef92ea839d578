#include "text/edit_distance.h"

#include <algorithm>
#include <string>
#include <vector>

#include "text/utf8.h"

namespace doccord {
namespace {

// Whether at most one slip lies between two words of ASCII: what they do not share at their two
// ends is a letter on either side or none, or two that are swapped.
bool is_within_one_slip(std::string_view x, std::string_view y) {
  while (!x.empty() && !y.empty() && x.front() == y.front()) {
    x.remove_prefix(1);
    y.remove_prefix(1);
  }
  while (!x.empty() && !y.empty() && x.back() == y.back()) {
    x.remove_suffix(1);
    y.remove_suffix(1);
  }
  if (x.size() <= 1 && y.size() <= 1) return true;
  return x.size() == 2 && y.size() == 2 && x[0] == y[1] && x[1] == y[0];
}

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (limit == 1 && is_ascii(a) && is_ascii(b)) {  // Asked for very many pairs of words.
    return a == b ? 0 : is_within_one_slip(a, b) ? 1 : 2;
  }
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
