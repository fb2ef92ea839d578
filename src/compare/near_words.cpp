#include "compare/near_words.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "compare/lexicon.h"

namespace doccord {
namespace {

using Sets = std::vector<std::size_t>;  // The lines of the table that a word stands in; ascending.

const std::initializer_list<std::initializer_list<std::string_view>> kLines = {
#define NEAR(...) {__VA_ARGS__},
#include "compare/lexicon/near_words.def"
#undef NEAR
};

const Sets* find_sets(std::string_view word) {
  static const auto table = [] {
    std::unordered_map<std::string_view, Sets> all;
    std::size_t line = 0;
    for (const auto& words : kLines) {
      for (const std::string_view each : words) all[each].push_back(line);
      ++line;
    }
    return all;
  }();
  const auto found = table.find(word);
  return found == table.end() ? nullptr : &found->second;
}

// A word that only one of the texts has.
struct Lone {
  std::string_view key;
  Sets sets;
};

// `refuse` and `decline` are words of will only before what is refused to be done.
bool may_be_near(const Unit& unit) {
  return unit.kind == UnitKind::word &&
         (unit.word_class == WordClass::content || unit.base == "refuse" || unit.base == "decline");
}

// By the word as written, since its base may be another one: `fixed`.
Sets sets_of(const Unit& unit) {
  Sets sets;
  for (const std::string_view name : {std::string_view(unit.plain), std::string_view(unit.base)}) {
    if (const Sets* found = find_sets(name)) sets.insert(sets.end(), found->begin(), found->end());
  }
  std::sort(sets.begin(), sets.end());
  return sets;
}

std::vector<Lone> find_lone(const UnitText& mine, const UnitText& theirs) {
  std::vector<Lone> lone;
  for (const Unit& unit : mine.units) {
    if (!may_be_near(unit)) continue;
    const auto same = [&](const auto& other) { return other.key == unit.key; };
    if (std::any_of(theirs.units.begin(), theirs.units.end(), same)) continue;
    if (std::any_of(lone.begin(), lone.end(), same)) continue;
    if (Sets sets = sets_of(unit); !sets.empty()) lone.push_back({unit.key, std::move(sets)});
  }
  return lone;
}

bool share_set(const Lone& a, const Lone& b) {
  return std::any_of(a.sets.begin(), a.sets.end(), [&](std::size_t set) {
    return std::binary_search(b.sets.begin(), b.sets.end(), set);
  });
}

// The only one that shares a set with it; null when none or several do.
const Lone* find_partner(const Lone& one, const std::vector<Lone>& others) {
  const Lone* partner = nullptr;
  for (const Lone& other : others) {
    if (!share_set(one, other)) continue;
    if (partner != nullptr) return nullptr;
    partner = &other;
  }
  return partner;
}

using KeyPairs = std::vector<std::pair<std::string, std::string>>;

KeyPairs find_pairs(const UnitText& a, const UnitText& b) {
  const std::vector<Lone> lone_a = find_lone(a, b);
  if (lone_a.empty()) return {};
  const std::vector<Lone> lone_b = find_lone(b, a);
  KeyPairs pairs;
  for (const Lone& one : lone_a) {
    const Lone* partner = find_partner(one, lone_b);
    if (partner == nullptr || find_partner(*partner, lone_a) != &one) continue;
    pairs.emplace_back(one.key, partner->key);
  }
  return pairs;
}

void rename(UnitText& text, std::string_view from, const std::string& to) {
  for (Unit& unit : text.units) {
    if (unit.key != from || !may_be_near(unit)) continue;
    unit.key = to;
    unit.word_class = WordClass::content;
  }
}

}  // namespace

bool have_near_words(const UnitText& a, const UnitText& b) { return !find_pairs(a, b).empty(); }

bool unite_near_words(UnitText& a, UnitText& b) {
  const KeyPairs pairs = find_pairs(a, b);
  for (const auto& [key_a, key_b] : pairs) {
    // A group of synonyms names both, since constructions know verbs by it.
    const bool group_a = key_a.starts_with("content:");
    const bool group_b = key_b.starts_with("content:");
    const std::string& key = group_a == group_b ? std::min(key_a, key_b) : group_a ? key_a : key_b;
    rename(a, key_a, key);
    rename(b, key_b, key);
  }
  return !pairs.empty();
}

}  // namespace doccord
