#include "reconcile/key_writings.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "extract/key.h"

namespace doccord {
namespace {

bool has_hexadecimal(const EntrySet& set) {
  return std::any_of(set.entries.begin(), set.entries.end(),
                     [](const Entry& entry) { return decimal_of(entry.key).has_value(); });
}

}  // namespace

KeyWritings::KeyWritings(const std::vector<EntrySet>& entry_sets) {
  for (const EntrySet& set : entry_sets) {
    for (const Entry& entry : set.entries) {
      for (const std::string& alias : entry.aliases) keys_by_alias_[alias].insert(entry.key);
    }
  }
  if (std::any_of(entry_sets.begin(), entry_sets.end(), has_hexadecimal)) add_numbers(entry_sets);
}

void KeyWritings::add_numbers(const std::vector<EntrySet>& entry_sets) {
  std::unordered_map<std::string, std::map<std::string, std::size_t>> uses;  // By value.
  for (const EntrySet& set : entry_sets) {
    std::set<std::string> keys;
    for (const Entry& entry : set.entries) keys.insert(entry.key);
    for (const std::string& key : keys) ++uses[numeric_value(key)][key];
  }
  for (const auto& use_of_value : uses) {  // Taken apart, clang 14 would not let the lambda see it.
    const std::string& value = use_of_value.first;
    const std::map<std::string, std::size_t>& writings = use_of_value.second;
    if (writings.size() < 2) continue;
    const auto rank = [&](const auto& use) { return std::pair(use.second, use.first == value); };
    const auto best =
        std::max_element(writings.begin(), writings.end(),
                         [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    writings_.emplace(value, best->first);
  }
}

const std::string& KeyWritings::resolve(const std::string& key,
                                        const std::set<std::string>& own) const {
  const std::string* known = &key;
  const auto alias = keys_by_alias_.find(key);
  // What stands for two keys stands for none.
  if (alias != keys_by_alias_.end() && alias->second.size() == 1 &&
      !own.contains(*alias->second.begin())) {
    known = &*alias->second.begin();
  }
  if (writings_.empty()) return *known;
  const auto writing = writings_.find(numeric_value(*known));
  const bool other = writing != writings_.end() && !own.contains(writing->second);
  return other ? writing->second : *known;
}

}  // namespace doccord
