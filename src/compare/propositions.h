#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace doccord {

struct Proposition;
using PropositionPtr = std::shared_ptr<const Proposition>;

// Something said beside who does what to whom: `in the file`, `if it fails`, `that was opened`.
struct Circumstance {
  std::string relation;  // The preposition or what opens the clause; "that" of a clause.
  PropositionPtr of;
  std::vector<std::string> hosts;  // What it may belong to; empty for the whole statement.
};

// What a word says of a thing or an event: `remote`, `all`, `automatically`.
struct Attribute {
  std::string key;
  std::vector<std::string> hosts;
};

// Whether what is told goes on or is over, where the verb says so: `is being created`, `has been
// created`; `is created` may be either.
enum class Aspect { any, ongoing, over };

// A statement or a thing in one form, whatever construction the text has it in.
struct Proposition {
  enum class Type { thing, event, list };
  Type type = Type::thing;
  std::string head;                // The noun or verb; the linker of a list.
  std::vector<std::string> nouns;  // Of a thing, before the head: `ring buffer` size.
  std::vector<Attribute> attributes;
  std::vector<Circumstance> circumstances;
  PropositionPtr subject;
  PropositionPtr object;
  PropositionPtr topic;  // What the sentence has for its subject, be it acting or acted on.
  std::string modality;
  Aspect aspect = Aspect::any;
  bool is_negated = false;
  bool is_definite = false;
  bool is_pronoun = false;  // Stands for what has been named before.
  bool is_order = false;    // "Close the cover": what someone is told to do.
  bool is_elided = false;   // A clause that leaves its subject out: "while waiting".
  bool denies_all = false;  // "no breath was detected": what is denied is any of them.
  std::vector<PropositionPtr> members;
};

// Whether every member of `a` finds one of its own in `b`.
template <class Item, class Same>
bool match_all(const std::vector<Item>& a, const std::vector<Item>& b, Same same) {
  if (a.size() != b.size()) return false;
  std::vector<bool> used(b.size(), false);
  for (const Item& x : a) {
    std::size_t j = 0;
    while (j < b.size() && (used[j] || !same(x, b[j]))) ++j;
    if (j == b.size()) return false;
    used[j] = true;
  }
  return true;
}

// Whether both say the same about the same things in the same roles.
bool say_the_same(const Proposition& a, const Proposition& b);

}  // namespace doccord
