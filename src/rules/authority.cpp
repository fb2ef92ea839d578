#include "rules/authority.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/phrasing.h"

namespace doccord {

bool has_authority(const RuleInput& input, const std::vector<std::size_t>& sources) {
  return std::any_of(sources.begin(), sources.end(),
                     [&](std::size_t source) { return input.sources.sources[source].authority; });
}

void blame_by_authority(const RuleInput& input, const std::vector<std::vector<std::size_t>>& sides,
                        Discrepancy& found) {
  std::vector<std::size_t> authorities;
  std::vector<std::size_t> others;
  std::size_t right_sides = 0;
  for (const auto& side : sides) {
    const std::size_t before = authorities.size();
    for (const std::size_t source : side) {
      if (input.sources.sources[source].authority) authorities.push_back(source);
    }
    if (authorities.size() > before) {
      ++right_sides;
    } else {
      others.insert(others.end(), side.begin(), side.end());
    }
  }
  if (right_sides != 1 || others.empty()) return;
  std::sort(authorities.begin(), authorities.end());
  std::sort(others.begin(), others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  found.sources = std::move(others);
  found.message += fmt::format(", and {} {}", listed_sources(input.registry, authorities),
                               verb(authorities.size(), "is the authority", "are authorities"));
}

}  // namespace doccord
