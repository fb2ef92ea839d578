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
#include "compare/word_kinds.h"

namespace doccord {
namespace {

using Type = Proposition::Type;
using Node = std::shared_ptr<Proposition>;

// "waits for the end": until it ends.
void say_wait(Proposition& event) {
  if (event.head != lemma_of("wait")) return;
  for (Circumstance& each : event.circumstances) {
    if (each.relation == "for" && each.of->type == Type::event) each = {"time:until", each.of, {}};
  }
}

// "is not used any longer": no longer is.
void say_no_longer(Proposition& event) {
  if (!event.is_negated) return;
  if (!take_out(event.attributes, [](const auto& each) { return each.key == "time:any longer"; }))
    return;
  event.attributes.push_back({"negation:no longer", {}});
  event.is_negated = false;
}

// "is not started until the doors are closed": only when they are.
void say_not_until(Proposition& event) {
  if (!event.is_negated || !event.modality.empty() || event.denies_all) return;
  const auto until = std::find_if(event.circumstances.begin(), event.circumstances.end(),
                                  [](const auto& each) { return each.relation == "time:until"; });
  if (until == event.circumstances.end()) return;
  until->relation = "condition:only if";
  event.is_negated = false;
}

// "remains reduced until": is reduced until.
void say_duration(Proposition& event) {
  const bool bounded =
      std::any_of(event.circumstances.begin(), event.circumstances.end(), [](const auto& each) {
        return each.relation == "time:until" || each.relation == "time:while";
      });
  if (bounded)
    take_out(event.attributes, [](const auto& each) { return each.key == "content:stay"; });
}

// "only works if": works only if.
void say_only(Proposition& event) {
  const auto is_if = [](const Circumstance& each) { return each.relation == "condition:if"; };
  if (std::count_if(event.circumstances.begin(), event.circumstances.end(), is_if) != 1) return;
  if (!take_out(event.attributes, [](const auto& each) { return each.key == "scope:only"; }))
    return;
  std::find_if(event.circumstances.begin(), event.circumstances.end(), is_if)->relation =
      "condition:only if";
}

// "in case of an error": if one occurs; "if it is not set": unless it is; "because of a missing
// key": because a key is missing.
void say_condition(Circumstance& each) {
  if (each.relation == "condition:if" && is_thing(each.of)) {
    auto occurs = std::make_shared<Proposition>();
    occurs->type = Type::event;
    occurs->head = lemma_of("occur");
    occurs->subject = occurs->topic = each.of;
    each.of = std::move(occurs);
  } else if (each.relation == "condition:if" && each.of->type == Type::event &&
             each.of->is_negated && each.of->modality.empty() && !each.of->denies_all) {
    Node affirmed = copy_of(each.of);
    affirmed->is_negated = false;
    each.of = std::move(affirmed);
    each.relation = "condition:unless";
  } else if (each.relation == "because" && is_thing(each.of) && each.of->attributes.size() == 1 &&
             each.of->circumstances.empty() && !says_how_many(each.of->attributes.front().key)) {
    constexpr std::string_view kNot = "not ";
    Node thing = copy_of(each.of);
    auto is = std::make_shared<Proposition>();
    auto quality = std::make_shared<Proposition>();
    quality->head = thing->attributes.front().key;
    if (quality->head.starts_with(kNot)) {
      quality->head.erase(0, kNot.size());
      is->is_negated = true;
    }
    thing->attributes.clear();
    is->type = Type::event;
    is->head = "be";
    is->subject = is->topic = thing;
    is->object = std::move(quality);
    each.of = std::move(is);
  }
}

// "has no effect unless it is set": only has one if it is.
void say_only_if(Proposition& event) {
  if (!event.is_negated || !event.modality.empty()) return;
  const auto unless =
      std::find_if(event.circumstances.begin(), event.circumstances.end(),
                   [](const auto& each) { return each.relation == "condition:unless"; });
  if (unless == event.circumstances.end()) return;
  unless->relation = "condition:only if";
  event.is_negated = event.denies_all = false;
}

// "start again": restart.
void say_again(Proposition& event) {
  const bool tries = event.head == "modality:attempt";
  const std::string again = tries ? "retry" : "re" + std::string(word_of(event.head));
  const auto found = std::find_if(event.attributes.begin(), event.attributes.end(),
                                  [](const auto& each) { return each.key == "time:again"; });
  if (found == event.attributes.end() || !is_verb_base(again)) return;
  event.head = lemma_of(again);
  event.attributes.erase(found);
}

// Of a clause without a place of its own, what it says of `*`, for the thing to which it is given.
Node with_clause(const PropositionPtr& thing, const Proposition& clause,
                 PropositionPtr Proposition::*role) {
  Node whole = copy_of(thing);
  auto said = std::make_shared<Proposition>(clause);
  said.get()->*role = make_gap();
  said->topic = said.get()->*role;
  whole->circumstances.push_back({"that", std::move(said), heads_of(*thing)});
  return whole;
}

// The role that the topic of the event has.
PropositionPtr Proposition::*role_of_topic(const Proposition& event) {
  if (event.topic == nullptr) return nullptr;
  if (event.subject == event.topic) return &Proposition::subject;
  return event.object == event.topic ? &Proposition::object : nullptr;
}

}  // namespace

void say_condition_plainly(Proposition& event) {
  for (auto* say : {say_wait, say_no_longer, say_not_until, say_duration, say_only}) say(event);
  for (Circumstance& each : event.circumstances) say_condition(each);
  say_only_if(event);
  say_again(event);
}

PropositionPtr say_steps_plainly(const Proposition& event) {
  if (!event.is_order || event.circumstances.size() != 1) return nullptr;
  const Circumstance& first = event.circumstances.front();
  const bool done = first.relation == "time:after" && first.of->type == Type::event &&
                    first.of->subject == nullptr && is_asserted(*first.of) &&
                    first.of->object != nullptr;
  if (!done) return nullptr;
  Node before = copy_of(first.of);
  before->is_order = true;
  before->is_elided = false;
  before->aspect = Aspect::any;
  before->topic = nullptr;
  auto next = std::make_shared<Proposition>(event);
  next->circumstances.clear();
  auto steps = std::make_shared<Proposition>();
  steps->type = Type::list;
  steps->head = "and";
  steps->members = {std::move(before), std::move(next)};
  return steps;
}

bool restate_condition(Proposition& event) {
  const auto condition =
      std::find_if(event.circumstances.begin(), event.circumstances.end(), [](const auto& each) {
        return each.relation == "condition:if" && each.of->type == Type::event;
      });
  if (condition == event.circumstances.end()) return false;
  const Proposition clause = *condition->of;
  const auto role = role_of_topic(clause);
  if (role == nullptr) return false;
  if (event.head == "content:warn" && is_thing(clause.topic) && !clause.topic->is_pronoun) {
    *condition = {"about", with_clause(clause.topic, clause, role), {event.head}};
    return true;
  }
  const auto own = role_of_topic(event);
  if (own == nullptr || event.circumstances.size() != 1) return false;
  const auto is_it = [](const PropositionPtr& of) { return of->is_pronoun && of->head == "it"; };
  const auto is_named = [](const PropositionPtr& of) { return is_thing(of) && !of->is_pronoun; };
  const bool refers = (is_it(clause.topic) && is_named(event.topic)) ||
                      (is_it(event.topic) && is_named(clause.topic));
  if (!refers) return false;
  Node whole = with_clause(is_it(clause.topic) ? event.topic : clause.topic, clause, role);
  event.circumstances.clear();
  event.*own = whole;
  event.topic = std::move(whole);
  return true;
}

}  // namespace doccord
