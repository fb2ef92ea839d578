#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/entry.h"

namespace doccord {

// By which of its writings the registry knows a key that sources write differently: `--output` of a
// source that has "-o, --output", by `-o`; a number as most sources write it, `49` or `0x31`, and
// in decimal digits where as many do.
class KeyWritings {
 public:
  explicit KeyWritings(const std::vector<EntrySet>& entry_sets);

  // Whether sources write any key differently; if not, no key is known under another one.
  bool any() const { return !keys_by_alias_.empty() || !writings_.empty(); }
  // The key under which an entry of a source with these keys is known to the others. What the
  // source itself tells apart stays apart.
  const std::string& resolve(const std::string& key, const std::set<std::string>& own) const;

 private:
  void add_numbers(const std::vector<EntrySet>& entry_sets);

  std::unordered_map<std::string, std::set<std::string>> keys_by_alias_;
  std::unordered_map<std::string, std::string> writings_;  // By value, of numbers in hexadecimal.
};

}  // namespace doccord
