#include "text/suggestion.h"

#include <cstddef>

#include "text/edit_distance.h"

namespace doccord {

std::string suggestion(std::string_view word, const std::vector<std::string_view>& known) {
  constexpr std::size_t kMostSlips = 2;
  std::size_t nearest = kMostSlips + 1;
  std::string_view best;
  for (const std::string_view candidate : known) {
    const std::size_t distance = edit_distance(word, candidate, kMostSlips);
    if (distance < nearest) {
      nearest = distance;
      best = candidate;
    }
  }
  return best.empty() ? "" : "; did you mean `" + std::string(best) + "`?";
}

}  // namespace doccord
