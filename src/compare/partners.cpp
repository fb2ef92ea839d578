#include "compare/partners.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace doccord {
namespace {

using Sources = std::vector<std::size_t>;

constexpr std::size_t kReach = 64;  // How far to either side relatives are looked for.

// Those near the source in the list, which is ascending and has it.
Sources near(const Sources& list, std::size_t source) {
  const auto at = std::lower_bound(list.begin(), list.end(), source);
  const auto reach = static_cast<std::ptrdiff_t>(kReach);
  const auto begin = at - std::min(reach, at - list.begin());
  const auto end = at + std::min(reach + 1, list.end() - at);
  Sources others(begin, end);
  others.erase(std::find(others.begin(), others.end(), source));
  return others;
}

Sources without(Sources list, std::size_t source) {
  std::erase(list, source);
  return list;
}

std::size_t same_texts(const ReadingTable& readings, std::size_t a, std::size_t b) {
  std::size_t count = 0;
  for (const std::vector<std::size_t>& of_record : readings) {
    count += of_record[a] != Claim::no_reading && of_record[a] == of_record[b];
  }
  return count;
}

Sources closest(const ReadingTable& readings, std::size_t source, const Sources& candidates) {
  std::vector<std::pair<std::size_t, std::size_t>> by_distance;  // Texts that differ, source.
  for (const std::size_t other : candidates) {
    by_distance.emplace_back(readings.size() - same_texts(readings, source, other), other);
  }
  std::sort(by_distance.begin(), by_distance.end());
  if (by_distance.size() > kClosest) by_distance.resize(kClosest);
  Sources found;
  for (const auto& [distance, other] : by_distance) found.push_back(other);
  return found;
}

}  // namespace

bool Partners::has(std::size_t a, std::size_t b) const {
  return std::binary_search(of[a].begin(), of[a].end(), b);
}

std::size_t Partners::pairs() const {
  return std::accumulate(of.begin(), of.end(), std::size_t{0},
                         [](std::size_t sum, const Sources& each) { return sum + each.size(); }) /
         2;
}

ReadingTable make_reading_table(const Registry& registry) {
  ReadingTable table(registry.records.size());
  for (std::size_t r = 0; r < table.size(); ++r) {
    table[r].assign(registry.sources.size(), Claim::no_reading);
    const std::vector<Reading>& readings = registry.records[r].readings;
    for (std::size_t i = readings.size(); i-- > 0;) {
      for (const std::size_t source : readings[i].sources) table[r][source] = i;
    }
  }
  return table;
}

Partners choose_partners(const ReadingTable& readings,
                         const std::vector<std::vector<std::size_t>>& families,
                         const std::vector<std::size_t>& family_of) {
  const std::size_t count = family_of.size();
  Sources all(count);
  std::iota(all.begin(), all.end(), std::size_t{0});
  Partners partners{count <= kMostAllPaired, std::vector<Sources>(count)};
  for (std::size_t source = 0; source < count; ++source) {
    // Who has no relatives stands beside those that come before and after.
    const Sources& family = families[family_of[source]];
    const Sources chosen =
        partners.everyone
            ? without(all, source)
            : closest(readings, source, near(family.size() > 1 ? family : all, source));
    for (const std::size_t other : chosen) {
      partners.of[source].push_back(other);
      partners.of[other].push_back(source);
    }
  }
  for (Sources& of : partners.of) {
    std::sort(of.begin(), of.end());
    of.erase(std::unique(of.begin(), of.end()), of.end());
  }
  return partners;
}

Partners choose_partners(const Registry& registry, const Comparisons& comparisons) {
  std::vector<std::size_t> family_of(registry.sources.size());
  for (std::size_t i = 0; i < comparisons.families.size(); ++i) {
    for (const std::size_t source : comparisons.families[i]) family_of[source] = i;
  }
  return choose_partners(make_reading_table(registry), comparisons.families, family_of);
}

}  // namespace doccord
