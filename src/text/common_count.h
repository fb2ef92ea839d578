#pragma once

#include <cstddef>
#include <vector>

namespace doccord {

// How many of the numbers both lists have, wherever they stand; what one of them has twice counts
// twice when the other has it twice as well. Numbers are small and not negative, as those given to
// the words of a few texts.
std::size_t count_common(const std::vector<int>& a, const std::vector<int>& b);

}  // namespace doccord
