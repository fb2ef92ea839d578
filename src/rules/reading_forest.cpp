#include "rules/reading_forest.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <tuple>

namespace doccord {
namespace {

// Weaker kinds first, then the more alike, then by text, which does not depend on the sources'
// order.
bool closer(const Record& record, const Comparison& x, const Comparison& y) {
  const auto rank = [&](const Comparison& pair) {
    // Of a list, so that the two come back as values: of temporaries, minmax gives references.
    // From a list, since the pair that two arguments give would refer to them when they are gone.
    const auto [first, second] =
        std::minmax<std::string_view>({record.readings[pair.a].text, record.readings[pair.b].text});
    return std::tuple(pair.kind, -pair.similarity, pair.edits.size(), first, second);
  };
  return rank(x) < rank(y);
}

// The links at each reading.
using LinksOf = std::vector<std::vector<std::size_t>>;

LinksOf links_by_reading(const std::vector<ReadingLink>& links, std::size_t readings) {
  LinksOf of(readings);
  for (std::size_t i = 0; i < links.size(); ++i) {
    of[links[i].comparison->a].push_back(i);
    of[links[i].comparison->b].push_back(i);
  }
  return of;
}

// The readings that can be reached from `start` without using the link at `cut`. The links make a
// forest: what lies beyond one of them is reached by it alone.
std::vector<std::size_t> reachable(const std::vector<ReadingLink>& links, const LinksOf& links_of,
                                   std::size_t cut, std::size_t start) {
  struct Step {
    std::size_t reading;
    std::size_t by;
  };
  std::vector<Step> steps{{start, cut}};
  std::vector<std::size_t> reached;
  for (std::size_t next = 0; next < steps.size(); ++next) {
    const auto [reading, by] = steps[next];
    reached.push_back(reading);
    for (const std::size_t link : links_of[reading]) {
      if (link == by) continue;
      const Comparison& pair = *links[link].comparison;
      steps.push_back({pair.a == reading ? pair.b : pair.a, link});
    }
  }
  std::sort(reached.begin(), reached.end());
  return reached;
}

// For each reading whether it is what some source has to say of the key. A source that has the key
// twice says what most others say, or what it says first; DC103 tells of the rest. Misfiled ones
// are none.
std::vector<bool> main_readings(const Record& record, std::size_t place,
                                const std::vector<Misfiled>& misfiled) {
  std::map<std::size_t, std::size_t> main_of;  // By source.
  for (std::size_t i = 0; i < record.readings.size(); ++i) {
    if (is_misfiled(misfiled, place, i)) continue;
    for (const std::size_t source : record.readings[i].sources) {
      const auto [known, fresh] = main_of.try_emplace(source, i);
      const std::size_t holders = record.readings[known->second].sources.size();
      if (!fresh && record.readings[i].sources.size() > holders) known->second = i;
    }
  }
  std::vector<bool> main(record.readings.size(), false);
  for (const auto& [source, reading] : main_of) main[reading] = true;
  return main;
}

}  // namespace

bool is_replaced(const Record& record, const Comparison& pair) {
  return pair.edits.size() == 1 && pair.edits[0].a == record.readings[pair.a].text &&
         pair.edits[0].b == record.readings[pair.b].text;
}

std::vector<ReadingLink> link_readings(const RuleInput& input, std::size_t place,
                                       const std::vector<Misfiled>& misfiled) {
  const Record& record = input.registry.records[place];
  const std::vector<bool> main = main_readings(record, place, misfiled);
  std::vector<const Comparison*> pairs;
  for (const Comparison& pair : input.comparisons.records[place].texts) {
    const bool related = pair.kind != Kind::identical && pair.kind != Kind::independent;
    if (related && main[pair.a] && main[pair.b]) pairs.push_back(&pair);
  }
  std::sort(pairs.begin(), pairs.end(),
            [&](const Comparison* x, const Comparison* y) { return closer(record, *x, *y); });
  std::vector<std::size_t> root(record.readings.size());
  std::iota(root.begin(), root.end(), std::size_t{0});
  std::vector<ReadingLink> links;
  for (const Comparison* pair : pairs) {
    const std::size_t from = root[pair->a];
    const std::size_t to = root[pair->b];
    if (from == to) continue;
    std::replace(root.begin(), root.end(), from, to);
    links.push_back({pair, {}, {}});
  }
  const LinksOf links_of = links_by_reading(links, record.readings.size());
  for (std::size_t i = 0; i < links.size(); ++i) {
    links[i].a_side = reachable(links, links_of, i, links[i].comparison->a);
    links[i].b_side = reachable(links, links_of, i, links[i].comparison->b);
  }
  return links;
}

}  // namespace doccord
