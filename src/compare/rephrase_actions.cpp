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
using WordMap = std::unordered_map<std::string_view, std::string_view>;

bool is_light_verb(std::string_view key) {
  static const std::unordered_set<std::string> keys = {
#define LIGHT(verb) lemma_of(verb),
#define ACTION(noun, verb)
#include "compare/lexicon/actions.def"
#undef LIGHT
#undef ACTION
  };
  return keys.contains(std::string(key));
}

std::optional<std::string_view> find_action(std::string_view noun) {
  static const WordMap verbs = {
#define LIGHT(verb)
#define ACTION(noun, verb) {noun, verb},
#include "compare/lexicon/actions.def"
#undef LIGHT
#undef ACTION
  };
  const auto found = verbs.find(noun);
  if (found == verbs.end()) return std::nullopt;
  return found->second;
}

// What is done, of the noun that names it: a `request` for something. Null where it names nothing
// done.
Node read_action(const Proposition& named) {
  if (named.is_negated || named.is_pronoun) return nullptr;
  if (named.type == Type::event) {
    const bool plain = named.topic == nullptr && named.subject == nullptr && named.modality.empty();
    return plain ? std::make_shared<Proposition>(named) : nullptr;
  }
  if (named.type != Type::thing) return nullptr;
  const auto verb = find_action(word_of(named.head));
  if (!verb) return nullptr;
  auto done = std::make_shared<Proposition>(named);
  done->type = Type::event;
  done->head = lemma_of(*verb);
  for (Circumstance& each : done->circumstances) {
    std::replace(each.hosts.begin(), each.hosts.end(), named.head, done->head);
  }
  done->is_definite = false;
  if (!named.nouns.empty()) {
    auto object = std::make_shared<Proposition>();
    object->head = named.nouns.back();
    object->nouns.assign(named.nouns.begin(), named.nouns.end() - 1);
    done->object = std::move(object);
    done->nouns.clear();
  }
  // "a request for an operation"
  const auto what =
      std::find_if(done->circumstances.begin(), done->circumstances.end(), [](const auto& each) {
        return (each.relation == "for" || each.relation == "of") && is_thing(each.of);
      });
  if (done->object == nullptr && what != done->circumstances.end()) {
    done->object = what->of;
    done->circumstances.erase(what);
  }
  return done;
}

// "makes a request", "gives a warning"
PropositionPtr say_action(const Proposition& event) {
  if (!is_light_verb(event.head) || event.object == nullptr) return nullptr;
  Node done = read_action(*event.object);
  if (done == nullptr) return nullptr;
  done->subject = event.subject;
  hand_over(event, *done);
  assert_as(event, *done);
  return done;
}

// "suppresses warnings": does not warn.
PropositionPtr say_suppression(const Proposition& event) {
  if (event.head != lemma_of("suppress") || event.object == nullptr || event.is_negated)
    return nullptr;
  Node done = read_action(*event.object);
  if (done == nullptr) return nullptr;
  done->subject = event.subject;
  hand_over(event, *done);
  assert_as(event, *done);
  done->is_negated = true;
  return done;
}

// "is in use by another volume", "deletion is in progress"
PropositionPtr say_state(const Proposition& event) {
  if (event.head != "be" || event.object != nullptr || event.subject == nullptr) return nullptr;
  auto done = std::make_shared<Proposition>(event);
  if (event.subject->type == Type::thing && take_circumstance(*done, "in", "use")) {
    done->head = lemma_of("use");
    done->object = std::exchange(done->subject, nullptr);
    const auto agent = std::find_if(done->circumstances.begin(), done->circumstances.end(),
                                    [](const auto& each) { return each.relation == "by"; });
    if (agent != done->circumstances.end()) {
      done->subject = agent->of;
      done->circumstances.erase(agent);
    }
    return done;
  }
  const bool named = event.subject->type == Type::event && event.subject->topic == nullptr;
  if (!named || !is_asserted(event) || !take_circumstance(*done, "in", "progress")) return nullptr;
  Node going_on = std::make_shared<Proposition>(*event.subject);
  hand_over(*done, *going_on);
  assert_as(event, *going_on);
  going_on->aspect = event.aspect == Aspect::over ? Aspect::any : Aspect::ongoing;
  return going_on;
}

// "you have permission to read": you may.
PropositionPtr say_permission(const Proposition& event) {
  const PropositionPtr& had = event.object;
  const bool plain = event.head == "have" && event.modality.empty() && is_thing(had) &&
                     had->nouns.empty() && had->attributes.empty() &&
                     had->circumstances.size() == 1 &&
                     had->circumstances.front().of->type == Type::event;
  if (!plain) return nullptr;
  const std::string_view what = word_of(had->head);
  // As a noun, `right` is read with the group of `correct`.
  if (what != "permission" && what != "right" && what != "correct") return nullptr;
  const Circumstance& to = had->circumstances.front();
  if (to.relation != "for" && to.relation != "to") return nullptr;
  Node may = copy_of(to.of);
  if (!is_asserted(*may) || may->subject != nullptr) return nullptr;
  may->subject = event.subject;
  may->topic = event.topic;
  may->modality = event.is_negated ? "modality:prohibition" : "modality:permission";
  hand_over(event, *may);
  return may;
}

// "removal of the device caused the transfer to fail": it failed because the device was removed.
PropositionPtr say_cause(const Proposition& event) {
  const bool plain = event.head == "content:cause" && is_asserted(event) &&
                     event.subject != nullptr && event.subject->type == Type::event &&
                     event.object != nullptr && event.object->type == Type::event;
  if (!plain) return nullptr;
  Node effect = copy_of(event.object);
  hand_over(event, *effect);
  effect->aspect = event.aspect;
  effect->circumstances.push_back({"because", event.subject, {}});
  return effect;
}

// "is too low to operate the gripper": it cannot be operated because it is.
PropositionPtr say_hindrance(const Proposition& event) {
  const bool plain = event.head == "be" && is_asserted(event) && event.object != nullptr &&
                     is_excessive(*event.object) && event.circumstances.size() == 1 &&
                     event.circumstances.front().relation == "for" &&
                     event.circumstances.front().of->type == Type::event &&
                     is_asserted(*event.circumstances.front().of);
  if (!plain) return nullptr;
  Node hindered = copy_of(event.circumstances.front().of);
  auto why = std::make_shared<Proposition>(event);
  why->circumstances.clear();
  hindered->modality = "modality:inability";
  hindered->is_elided = false;
  hindered->circumstances.push_back({"because", std::move(why), {}});
  return hindered;
}

// "an attempt to divide was made", "division was attempted": tried to divide.
PropositionPtr say_attempt(const Proposition& event) {
  PropositionPtr tried;
  if (event.head == "modality:attempt") tried = event.object;
  const bool named = event.head == "word:exist" && is_thing(event.subject) &&
                     event.subject->head == "modality:attempt" &&
                     event.subject->attributes.empty() && event.subject->circumstances.size() == 1;
  if (named) tried = event.subject->circumstances.front().of;
  const bool plain = tried != nullptr && tried->type == Type::event && is_asserted(*tried) &&
                     is_asserted(event) && tried->subject == nullptr;
  if (!plain) return nullptr;
  Node done = copy_of(tried);
  if (!named) done->subject = event.subject;
  done->modality = "modality:attempt";
  done->is_elided = false;
  done->aspect = event.aspect;
  hand_over(event, *done);
  return done;
}

// "reading it was not possible": it could not be read.
PropositionPtr say_possibility(const Proposition& event) {
  const bool plain = event.head == "be" && event.modality.empty() && event.subject != nullptr &&
                     event.subject->type == Type::event && event.object != nullptr &&
                     event.object->head == "word:possible" && is_bare(*event.object) &&
                     is_asserted(*event.subject);
  if (!plain) return nullptr;
  Node done = copy_of(event.subject);
  done->modality = event.is_negated ? "modality:inability" : "modality:ability";
  hand_over(event, *done);
  return done;
}

// "an attempt to open it failed": it could not be opened.
PropositionPtr say_vain_attempt(const Proposition& event) {
  const bool plain = event.head == "content:fail" && is_asserted(event) &&
                     is_thing(event.subject) && event.subject->head == "modality:attempt" &&
                     event.subject->nouns.empty() && event.subject->attributes.empty() &&
                     event.subject->circumstances.size() == 1 &&
                     event.subject->circumstances.front().of->type == Type::event;
  if (!plain) return nullptr;
  Node tried = copy_of(event.subject->circumstances.front().of);
  if (!is_asserted(*tried)) return nullptr;
  tried->modality = "modality:inability";
  tried->is_elided = false;
  hand_over(event, *tried);
  return tried;
}

// "this setting allows users to log in": with it, they can.
PropositionPtr say_means_of(const Proposition& event) {
  const bool plain = event.head == "content:allow" && is_asserted(event) &&
                     is_thing(event.subject) && event.object != nullptr &&
                     event.object->type == Type::event && is_asserted(*event.object) &&
                     event.object->topic != nullptr;
  if (!plain) return nullptr;
  Node able = copy_of(event.object);
  able->modality = "modality:ability";
  able->circumstances.push_back({"with", event.subject, {}});
  hand_over(event, *able);
  return able;
}

// "is the owner of the file": owns it.
PropositionPtr say_doer(const Proposition& event) {
  const bool plain = event.head == "be" && is_thing(event.subject) && is_thing(event.object) &&
                     event.object->nouns.size() == 1 && event.object->attributes.empty() &&
                     !event.object->is_negated;
  if (!plain) return nullptr;
  const std::string_view doer = word_of(event.object->head);
  if (!doer.ends_with("er") && !doer.ends_with("or")) return nullptr;
  std::string verb(doer.substr(0, doer.size() - 2));
  if (!is_verb_base(verb)) verb += 'e';
  if (!is_verb_base(verb)) return nullptr;
  auto said = std::make_shared<Proposition>(event);
  Node what = copy_of(event.object);
  said->head = lemma_of(verb);
  what->head = what->nouns.back();
  what->nouns.clear();
  said->object = std::move(what);
  return said;
}

}  // namespace

PropositionPtr say_action_plainly(const Proposition& event) {
  for (auto* say :
       {say_action, say_suppression, say_state, say_permission, say_cause, say_hindrance,
        say_attempt, say_possibility, say_vain_attempt, say_means_of, say_doer}) {
    if (PropositionPtr other = say(event)) return other;
  }
  return nullptr;
}

}  // namespace doccord
