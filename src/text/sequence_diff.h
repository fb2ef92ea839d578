#pragma once

#include <cstddef>
#include <vector>

namespace doccord {

// A place where two sequences part: a[a_begin, a_end) stands where b[b_begin, b_end) does. One of
// the ranges may be empty.
struct Change {
  std::size_t a_begin = 0;
  std::size_t a_end = 0;
  std::size_t b_begin = 0;
  std::size_t b_end = 0;
  friend bool operator==(const Change&, const Change&) = default;
};

// The changes that turn `a` into `b`, in order; what lies between two of them is equal. Swapping
// the sequences gives the same changes with their sides swapped. Sequences that stay long once
// their common ends are set aside give one change, so that the work is bounded.
std::vector<Change> diff_sequences(const std::vector<int>& a, const std::vector<int>& b);

}  // namespace doccord
