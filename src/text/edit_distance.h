#pragma once

#include <cstddef>
#include <string_view>

namespace doccord {

// How many slips lie between two words: letters left out, added, exchanged, or two neighbours
// swapped, each part of the word touched once (optimal string alignment, on code points). Counting
// stops beyond `limit`; then the result is `limit` + 1.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace doccord
