#include "text/sequence_diff.h"

#include <algorithm>
#include <dtl/dtl.hpp>
#include <utility>

namespace doccord {
namespace {

// The alignment's work is the product of the lengths in the worst case, and dtl gives up its
// exactness beyond two million steps.
constexpr std::size_t kMostCells = 1'000'000;
constexpr std::size_t kFewCells = 256;  // So few are looked through faster than aligned.

void add_change(std::vector<Change>& changes, const Change& step) {
  if (!changes.empty() && changes.back().a_end == step.a_begin &&
      changes.back().b_end == step.b_begin) {
    changes.back().a_end = step.a_end;
    changes.back().b_end = step.b_end;
  } else {
    changes.push_back(step);
  }
}

std::vector<Change> align(const std::vector<int>& a, const std::vector<int>& b) {
  dtl::Diff<int> diff(a, b);
  diff.compose();
  std::vector<Change> changes;
  std::size_t i = 0;
  std::size_t j = 0;
  for (const auto& [element, info] : diff.getSes().getSequence()) {
    switch (info.type) {
      case dtl::SES_DELETE:
        add_change(changes, {i, i + 1, j, j});
        ++i;
        break;
      case dtl::SES_ADD:
        add_change(changes, {i, i, j, j + 1});
        ++j;
        break;
      default:
        ++i;
        ++j;
    }
  }
  return changes;
}

}  // namespace

std::vector<Change> diff_sequences(const std::vector<int>& a, const std::vector<int>& b) {
  if (b < a) {  // One order for both, because an alignment of equals depends on it.
    std::vector<Change> changes = diff_sequences(b, a);
    for (Change& change : changes) {
      std::swap(change.a_begin, change.b_begin);
      std::swap(change.a_end, change.b_end);
    }
    return changes;
  }
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t head = 0;
  while (head < shorter && a[head] == b[head]) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  const std::size_t a_end = a.size() - tail;
  const std::size_t b_end = b.size() - tail;
  if (head == a_end && head == b_end) return {};
  if (head == a_end || head == b_end || (a_end - head) * (b_end - head) > kMostCells) {
    return {{head, a_end, head, b_end}};
  }
  const auto at = [](const std::vector<int>& v, std::size_t i) {
    return v.begin() + static_cast<std::ptrdiff_t>(i);
  };
  const bool nothing_shared =
      (a_end - head) * (b_end - head) <= kFewCells &&
      std::find_first_of(at(a, head), at(a, a_end), at(b, head), at(b, b_end)) == at(a, a_end);
  if (nothing_shared) return {{head, a_end, head, b_end}};
  std::vector<Change> changes = align({at(a, head), at(a, a_end)}, {at(b, head), at(b, b_end)});
  for (Change& change : changes) {
    change.a_begin += head;
    change.a_end += head;
    change.b_begin += head;
    change.b_end += head;
  }
  return changes;
}

}  // namespace doccord
