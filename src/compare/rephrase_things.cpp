#include "compare/rephrasings.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "compare/lexicon.h"
#include "compare/noun_phrases.h"
#include "compare/proposition_parts.h"
#include "compare/terms.h"

namespace doccord {
namespace {

using Type = Proposition::Type;
using Node = std::shared_ptr<Proposition>;
using Words = std::unordered_set<std::string_view>;

// "a file of this name": with this name.
void name_by_name(Proposition& thing) {
  if (thing.nouns.size() != 1 || thing.nouns.front() != "word:name") return;
  auto name = std::make_shared<Proposition>();
  name->head = thing.nouns.front();
  thing.nouns.clear();
  std::erase_if(thing.attributes, [&](const Attribute& each) {
    const bool of_name =
        std::find(each.hosts.begin(), each.hosts.end(), name->head) != each.hosts.end() &&
        std::find(each.hosts.begin(), each.hosts.end(), thing.head) == each.hosts.end();
    if (of_name) name->attributes.push_back(each);
    return of_name;
  });
  thing.circumstances.push_back({"with", std::move(name), {thing.head}});
}

// "the permissions that new files have": of new files.
void name_owner(Proposition& thing) {
  const auto owned =
      std::find_if(thing.circumstances.begin(), thing.circumstances.end(), [](const auto& each) {
        const Proposition& clause = *each.of;
        return each.relation == "that" && clause.head == "have" && is_thing(clause.subject) &&
               !clause.subject->is_pronoun && clause.object != nullptr &&
               clause.object->head == kGap && is_asserted(clause) && clause.circumstances.empty() &&
               clause.attributes.empty();
      });
  if (owned == thing.circumstances.end()) return;
  const PropositionPtr owner = owned->of->subject;
  thing.circumstances.erase(owned);
  thing = *join_of(thing, owner, false);
}

// "the contents of the buffer": what it contains.
void name_contents(Proposition& thing) {
  if (word_of(thing.head) != "content" || thing.nouns.empty() || thing.is_negated) return;
  auto holder = std::make_shared<Proposition>();
  holder->head = thing.nouns.back();
  holder->nouns.assign(thing.nouns.begin(), thing.nouns.end() - 1);
  auto contains = std::make_shared<Proposition>();
  contains->type = Type::event;
  contains->head = "content:contain";
  contains->subject = contains->topic = std::move(holder);
  contains->object = make_gap();
  thing.head = "what";
  thing.nouns.clear();
  thing.circumstances.push_back({"that", std::move(contains), {thing.head}});
}

// "the time that the client waits": for which it does.
void name_duration(Proposition& thing) {
  static const Words lasting = {"wait", "sleep", "run", "stay", "last", "block"};
  if (thing.head != "word:time") return;
  for (Circumstance& each : thing.circumstances) {
    const bool lasts = each.relation == "that" && each.of->object != nullptr &&
                       each.of->object->head == kGap && lasting.contains(word_of(each.of->head));
    if (!lasts) continue;
    Node clause = copy_of(each.of);
    clause->object = nullptr;
    clause->circumstances.push_back({"for", make_gap(), {}});
    each.of = std::move(clause);
  }
}

// "files that already exist": existing files.
void name_existing(Proposition& thing) {
  for (Circumstance& each : thing.circumstances) {
    if (each.relation != "that" || each.of->head != "word:exist" || each.of->is_negated) continue;
    Node exists = copy_of(each.of);
    take_out(exists->attributes,
             [](const auto& attribute) { return attribute.key == "time:already"; });
    each.of = std::move(exists);
  }
}

// "the two keys": both.
void name_pair(Proposition& thing) {
  for (Attribute& each : thing.attributes) {
    if (each.key == "number:2" && thing.is_definite) each.key = "scope:both";
  }
}

// "the default value": the default.
void name_default(Proposition& thing) {
  const auto is_default = [](const Attribute& each) { return each.key == "word:default"; };
  if (thing.head == "word:value" && thing.nouns.empty() && take_out(thing.attributes, is_default)) {
    thing.head = "word:default";
  }
}

// "this type of card": cards of this type.
void name_kind(Proposition& thing) {
  static const Words kinds = {"type", "kind", "sort", "class", "category"};
  if (thing.nouns.size() != 1 || !kinds.contains(word_of(thing.head))) return;
  auto kind = std::make_shared<Proposition>();
  kind->head = thing.head;
  kind->is_definite = thing.is_definite;
  thing.head = thing.nouns.front();
  thing.nouns.clear();
  thing.circumstances.push_back({"of", std::move(kind), {thing.head}});
}

}  // namespace

void name_plainly(Proposition& thing) {
  for (auto* name : {name_existing, name_pair, name_default, name_owner, name_contents,
                     name_by_name, name_duration, name_kind}) {
    name(thing);
  }
}

}  // namespace doccord
