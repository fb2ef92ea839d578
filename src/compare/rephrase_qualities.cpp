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

// "has the wrong length": its length is wrong.
void say_quality(Proposition& event) {
  const PropositionPtr had = event.object;
  const bool plain = event.head == "have" && is_thing(had) && is_thing(event.subject) &&
                     had->attributes.size() == 1 && had->circumstances.empty() &&
                     had->nouns.empty() && !had->is_negated &&
                     !says_how_many(had->attributes.front().key);
  if (!plain) return;
  constexpr std::string_view kNot = "not ";
  std::string quality = had->attributes.front().key;
  if (quality.starts_with(kNot)) {
    quality.erase(0, kNot.size());
    event.is_negated = !event.is_negated;
  }
  Node of = copy_of(had);
  of->attributes.clear();
  event.head = "be";
  event.subject = join_of(*of, event.subject, false);
  auto adjective = std::make_shared<Proposition>();
  adjective->head = std::move(quality);
  event.object = std::move(adjective);
}

// "lacks a case": has none.
void say_lack(Proposition& event) {
  if (event.head != "content:lack" || event.is_negated || event.object == nullptr) return;
  event.head = "have";
  event.is_negated = true;
  event.denies_all = !event.object->is_definite;
}

// "there are blanks in the name": the name contains blanks.
void say_content(Proposition& event) {
  if (event.head != "word:exist" || !is_thing(event.subject) || event.object != nullptr) return;
  const auto within =
      std::find_if(event.circumstances.begin(), event.circumstances.end(), [](const auto& each) {
        return (each.relation == "in" || each.relation == "within") && is_thing(each.of);
      });
  if (within == event.circumstances.end()) return;
  event.head = "content:contain";
  event.object = std::exchange(event.subject, within->of);
  event.circumstances.erase(within);
}

struct Dimension {
  std::string_view much;
  std::string_view little;
};

const Dimension* find_dimension(std::string_view measure) {
  static const std::unordered_map<std::string_view, Dimension> table = {
#define DIMENSION(measure, much, little) {measure, {much, little}},
#include "compare/lexicon/dimensions.def"
#undef DIMENSION
  };
  const auto found = table.find(measure);
  return found == table.end() ? nullptr : &found->second;
}

// "the temperature of the motor is too high": the motor is too hot.
void say_dimension(Proposition& event) {
  const bool plain = event.head == "be" && is_thing(event.subject) &&
                     !event.subject->nouns.empty() && event.object != nullptr &&
                     is_excessive(*event.object) && event.object->nouns.empty();
  if (!plain) return;
  const Dimension* dimension = find_dimension(word_of(event.subject->head));
  const std::string_view degree = word_of(event.object->head);
  const bool much = degree == "high" || degree == "large" || degree == "great";
  if (dimension == nullptr || !(much || degree == "low" || degree == "small")) return;
  Node thing = copy_of(event.subject);
  thing->head = thing->nouns.back();
  thing->nouns.pop_back();
  Node quality = copy_of(event.object);
  quality->head = lemma_of(much ? dimension->much : dimension->little);
  quality->attributes.front().hosts = {quality->head};
  event.subject = std::move(thing);
  event.object = std::move(quality);
}

// "the size of the message exceeds the limit": the message exceeds it.
void say_size(Proposition& event) {
  const bool compares = event.head == "content:exceed" || event.head == "content:fall below";
  if (!compares || !is_thing(event.subject) || event.subject->head != "word:size" ||
      event.subject->nouns.empty())
    return;
  Node thing = copy_of(event.subject);
  thing->head = thing->nouns.back();
  thing->nouns.pop_back();
  event.subject = std::move(thing);
}

// "must not be less than 1": must be at least 1.
void say_bound(Proposition& event) {
  const bool less = event.head == "content:fall below";
  if (!(less || event.head == "content:exceed") || event.object == nullptr ||
      event.object->type != Type::thing || event.subject == nullptr) {
    return;
  }
  const bool banned =
      event.modality == "modality:prohibition" || event.modality == "modality:inability";
  const bool denied = event.modality.empty() && event.is_negated;
  if (!denied && !(banned && !event.is_negated)) return;
  Node bound = copy_of(event.object);
  bound->attributes.push_back({less ? "scope:at least" : "scope:at most", {}});
  event.head = "be";
  event.object = std::move(bound);
  event.is_negated = false;
  if (banned) event.modality = "modality:obligation";
}

// "there is not enough memory": the memory is not enough.
void say_enough(Proposition& event) {
  if (event.head != "word:exist" || event.object != nullptr || !is_thing(event.subject)) return;
  Node thing = copy_of(event.subject);
  if (!take_out(thing->attributes, [](const auto& each) { return each.key == "scope:enough"; }))
    return;
  auto enough = std::make_shared<Proposition>();
  enough->attributes.push_back({"scope:enough", {}});
  event.head = "be";
  event.subject = std::move(thing);
  event.object = std::move(enough);
}

// "the backup is older than the database": the database is newer.
void say_converse(Proposition& event) {
  static const WordMap converses = {
#define CONVERSE(one, other) {one, other},
#include "compare/lexicon/converses.def"
#undef CONVERSE
  };
  if (event.object == nullptr || event.subject == nullptr || event.subject->head == kGap) return;
  if (event.head == "content:fall below" && is_thing(event.subject) && is_thing(event.object) &&
      event.modality.empty()) {
    event.head = "content:exceed";
    std::swap(event.subject, event.object);
    event.topic = event.subject;
    return;
  }
  const Proposition& quality = *event.object;
  const bool compares = event.head == "be" && event.modality.empty() && quality.nouns.empty() &&
                        quality.attributes.empty() && quality.circumstances.size() == 1 &&
                        quality.circumstances.front().relation == "than" &&
                        quality.circumstances.front().of->head != kGap;
  if (!compares) return;
  const auto converse = converses.find(word_of(quality.head));
  if (converse == converses.end()) return;
  Node other = copy_of(event.object);
  const PropositionPtr standard = other->circumstances.front().of;
  other->head = lemma_of(converse->second);
  other->circumstances.front() = {"than", event.subject, {other->head}};
  event.subject = event.topic = standard;
  event.object = std::move(other);
}

// "no entry was found": there is none.
void say_absence(Proposition& event) {
  if (event.head != "content:find" || !event.denies_all || event.subject != nullptr ||
      !event.modality.empty())
    return;
  event.head = "word:exist";
  event.subject = std::exchange(event.object, nullptr);
}

// "lies in the range": is in it.
void say_place(Proposition& event) {
  const bool lies =
      event.head == "word:lie" || event.head == "word:sit" || event.head == "content:reside";
  if (!lies || event.object != nullptr || event.circumstances.empty()) return;
  for (Circumstance& each : event.circumstances) {
    std::replace(each.hosts.begin(), each.hosts.end(), event.head, std::string("be"));
  }
  event.head = "be";
}

// "has no effect", said by one word
void say_effect(Proposition& event) {
  if (event.head != "content:ignore" || event.object != nullptr || event.is_negated ||
      event.subject == nullptr)
    return;
  auto effect = std::make_shared<Proposition>();
  effect->head = "word:effect";
  event.head = "have";
  event.object = std::move(effect);
  event.is_negated = event.denies_all = true;
}

// "by default, the port is 80": the default port is.
void say_default(Proposition& event) {
  if (event.head != "be" || !is_thing(event.subject) || event.subject->is_pronoun) return;
  if (!take_circumstance(event, "by", "default")) return;
  Node thing = copy_of(event.subject);
  thing->attributes.push_back({"word:default", {thing->head}});
  event.subject = std::move(thing);
}

// "if no directory is given, the current directory is used": that is the default.
void say_fallback(Proposition& event) {
  const bool used = event.head == "content:use" || event.head == lemma_of("assume");
  if (!used || !is_asserted(event) || event.subject != nullptr || !is_thing(event.object) ||
      event.circumstances.size() != 1)
    return;
  const Circumstance& condition = event.circumstances.front();
  const Proposition& given = *condition.of;
  const bool none = condition.relation == "condition:if" && given.is_negated && given.denies_all;
  const bool missing = none && (given.head == "content:give" || given.head == lemma_of("set")) &&
                       is_thing(given.object) && is_bare(*given.object) &&
                       given.object->head == event.object->head;
  if (!missing) return;
  auto fallback = std::make_shared<Proposition>();
  fallback->head = "word:default";
  fallback->is_definite = true;
  event.head = "be";
  event.subject = event.topic = std::move(fallback);
  event.circumstances.clear();
}

}  // namespace

void say_quality_plainly(Proposition& event) {
  for (auto* say :
       {say_lack, say_effect, say_place, say_size, say_enough, say_converse, say_bound, say_absence,
        say_default, say_fallback, say_content, say_quality, say_dimension}) {
    say(event);
  }
}

}  // namespace doccord
