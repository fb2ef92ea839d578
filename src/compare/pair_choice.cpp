#include "compare/pair_choice.h"

#include <algorithm>
#include <string>

namespace doccord {
namespace {

constexpr std::size_t kMostInPairs = 16;

const std::string& text_of(const Reading& reading) { return reading.text; }
const std::string& text_of(const NameUse& name) { return name.name; }

// Place of the item with most holders; by text among equals, so that the order of the sources does
// not matter.
template <class Item>
std::size_t most_common(const std::vector<Item>& items) {
  const auto found = std::min_element(items.begin(), items.end(), [](const Item& a, const Item& b) {
    if (a.sources.size() != b.sources.size()) return a.sources.size() > b.sources.size();
    return text_of(a) < text_of(b);
  });
  return static_cast<std::size_t>(found - items.begin());
}

template <class Item>
PairChoice choose(const std::vector<Item>& items) {
  PairChoice choice;
  choice.limited = items.size() > kMostInPairs;
  if (choice.limited) {
    const std::size_t common = most_common(items);
    for (std::size_t i = 0; i < common; ++i) choice.pairs.push_back({i, common});
    for (std::size_t i = common + 1; i < items.size(); ++i) choice.pairs.push_back({common, i});
    return choice;
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (std::size_t j = i + 1; j < items.size(); ++j) choice.pairs.push_back({i, j});
  }
  return choice;
}

}  // namespace

PairChoice choose_pairs(const std::vector<Reading>& readings) { return choose(readings); }

PairChoice choose_pairs(const std::vector<NameUse>& names) { return choose(names); }

}  // namespace doccord
