#pragma once

#include <algorithm>
#include <memory>
#include <string_view>

#include "compare/propositions.h"

namespace doccord {

// What constructions are told apart by, and how one takes over what was said of another.

// What a key names, without its class: "content:use" gives "use".
inline std::string_view word_of(std::string_view key) { return key.substr(key.find(':') + 1); }

// A thing with a name: no list, and not what a relative clause belongs to.
bool is_thing(const PropositionPtr& of);

// Nothing is said of it but what it is.
bool is_bare(const Proposition& of);

// Told as it is: neither denied nor possible.
bool is_asserted(const Proposition& event);

// Whether what is said by the key is how many, which or when, and not how something is.
bool says_how_many(std::string_view key);

// What was said of the event `from` is said of `to`, too.
void hand_over(const Proposition& from, Proposition& to);

// Firmness, denial and course of `from` are those of `to`.
void assert_as(const Proposition& from, Proposition& to);

// "too hot"
bool is_excessive(const Proposition& quality);

// Removes the only circumstance with the relation whose noun is the word; whether there was one.
bool take_circumstance(Proposition& event, std::string_view relation, std::string_view word);

// Removes the first for which `is`; whether there was one.
template <class Items, class Is>
bool take_out(Items& items, Is is) {
  const auto found = std::find_if(items.begin(), items.end(), is);
  if (found == items.end()) return false;
  items.erase(found);
  return true;
}

}  // namespace doccord
