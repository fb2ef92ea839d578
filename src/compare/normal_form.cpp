#include "compare/normal_form.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "compare/lexicon.h"
#include "compare/noun_phrases.h"
#include "compare/rephrasings.h"
#include "compare/word_kinds.h"

namespace doccord {
namespace {

using Type = Proposition::Type;
using Node = std::shared_ptr<Proposition>;

// The verb of "word:reachable": "reach".
std::optional<std::string> verb_of_ability(std::string_view key) {
  static constexpr std::array<std::string_view, 2> kEndings = {"able", "ible"};
  const std::string_view word = key.substr(key.find(':') + 1);
  for (const std::string_view ending : kEndings) {
    if (!word.ends_with(ending) || word.size() < ending.size() + 4) continue;
    const std::string stem(word.substr(0, word.size() - ending.size()));
    if (is_verb_base(stem)) return lemma_of(stem);
    if (is_verb_base(stem + "e")) return lemma_of(stem + "e");
    if (stem.back() == 'i') {
      const std::string with_y = stem.substr(0, stem.size() - 1) + "y";
      if (is_verb_base(with_y)) return lemma_of(with_y);
    }
  }
  return std::nullopt;
}

bool takes_antecedent(const PropositionPtr& role) {
  return role != nullptr && role->type == Type::thing && !role->is_pronoun && role->head != kGap;
}

// Whatever is named beside, for a sentence that is about nothing else: "append to the file".
PropositionPtr find_named(const PropositionPtr& of) {
  if (of == nullptr) return nullptr;
  for (const Circumstance& each : of->circumstances) {
    if (takes_antecedent(each.of) && !each.of->head.empty()) return each.of;
  }
  return nullptr;
}

// What `it` stands for: the first thing of which the sentence says something.
PropositionPtr find_topic(const PropositionPtr& of) {
  if (of == nullptr) return nullptr;
  if (of->type == Type::event) {
    if (takes_antecedent(of->topic)) return of->topic;
    if (takes_antecedent(of->subject)) return of->subject;
    if (of->subject == nullptr && takes_antecedent(of->object)) return of->object;
  }
  for (const PropositionPtr& member : of->members) {
    if (PropositionPtr topic = find_topic(member)) return topic;
  }
  for (const Circumstance& each : of->circumstances) {
    if (PropositionPtr topic = find_topic(each.of)) return topic;
  }
  return find_topic(of->object);
}

class Normalizer {
 public:
  explicit Normalizer(PropositionPtr topic) : topic_(std::move(topic)) {}

  PropositionPtr normalize(const PropositionPtr& of) const {
    if (of == nullptr) return nullptr;
    if (of->is_pronoun && of->head == "it" && topic_ != nullptr) {
      Node named = copy_of(topic_);
      named->is_pronoun = true;
      return named;
    }
    Node node = copy_of(of);
    node->subject = normalize(node->subject);
    // What you enter is entered.
    if (node->subject != nullptr && node->subject->head == "you") node->subject = nullptr;
    node->object = normalize(node->object);
    for (PropositionPtr& member : node->members) member = normalize(member);
    for (Circumstance& each : node->circumstances) each.of = normalize(each.of);
    if (node->type == Type::event) {
      deny_at_verb(*node);
      node = copy_of(say_plainly(*node));
      say_ability(*node);
      need(*node);
      for (auto* say : {say_failure, say_means, say_existence}) {
        if (const PropositionPtr other = say(*node)) return other;
      }
    }
    if (node->type == Type::thing) {
      name_plainly(*node);
      name_time(*node);
      if (const PropositionPtr failure = name_failure(*node)) return failure;
      settle_quality(*node);
    }
    for (Circumstance& each : node->circumstances) {
      shorten(each);
      spread_rate(each);
    }
    if (node->type == Type::event) close_by_itself(*node);
    return node;
  }

 private:
  // What closes is closed.
  static void close_by_itself(Proposition& event) {
    const std::string verb = event.head.substr(event.head.find(':') + 1);
    if (event.object == nullptr && event.subject != nullptr && is_ergative(verb)) {
      event.object = std::exchange(event.subject, nullptr);
    }
  }

  // "memory allocation failed": it could not be allocated.
  static PropositionPtr say_failure(const Proposition& event) {
    const PropositionPtr& what = event.subject;
    const bool plain = event.head == "content:fail" && !event.is_negated &&
                       event.object == nullptr && event.modality.empty() && what != nullptr &&
                       what->type == Type::event && !what->is_negated && what->modality.empty();
    if (!plain) return nullptr;
    Node unable = copy_of(what);
    unable->modality = "modality:inability";
    for (const Circumstance& each : event.circumstances) unable->circumstances.push_back(each);
    for (const Attribute& each : event.attributes) unable->attributes.push_back(each);
    return unable;
  }

  // "use the program to compress it": it is compressed with the program.
  static PropositionPtr say_means(const Proposition& event) {
    const bool plain = event.head == "content:use" && !event.is_negated && event.modality.empty() &&
                       event.object != nullptr && event.object->type == Type::thing &&
                       event.circumstances.size() == 1 && event.attributes.empty() &&
                       event.circumstances.front().relation == "for" &&
                       event.circumstances.front().of->type == Type::event;
    if (!plain || event.object->head == kGap) return nullptr;
    Node done = copy_of(event.circumstances.front().of);
    if (done->subject != nullptr) return nullptr;
    done->subject = event.subject;
    done->circumstances.push_back({"with", event.object, {}});
    done->is_elided = event.is_elided;
    return done;
  }

  // "there are objects that match": objects match.
  static PropositionPtr say_existence(const Proposition& event) {
    if (event.head != "word:exist" || event.subject == nullptr || !event.modality.empty()) {
      return nullptr;
    }
    const auto& circumstances = event.subject->circumstances;
    const auto clause = std::find_if(
        circumstances.begin(), circumstances.end(),
        [](const auto& each) { return each.relation == "that" && each.of->type == Type::event; });
    if (clause == circumstances.end()) return nullptr;
    Node thing = copy_of(event.subject);
    thing->circumstances.erase(thing->circumstances.begin() + (clause - circumstances.begin()));
    Node said = copy_of(clause->of);
    const auto fill = [&](PropositionPtr& role) {
      if (role != nullptr && role->head == kGap) role = thing;
    };
    fill(said->subject);
    fill(said->object);
    if (event.is_negated && said->is_negated) return nullptr;
    said->is_negated = said->is_negated || event.is_negated;
    said->denies_all = event.denies_all;
    for (const Circumstance& each : event.circumstances) said->circumstances.push_back(each);
    for (const Attribute& each : event.attributes) said->attributes.push_back(each);
    return said;
  }

  // "needs calibration" and "must have permission": must be calibrated, needs permission.
  static void need(Proposition& event) {
    if (event.head == "have" && event.modality == "modality:obligation" && !event.is_negated) {
      event.head = "content:require";
      event.modality.clear();
    }
    const PropositionPtr what = event.object;
    const bool done = event.head == "content:require" && event.modality.empty() &&
                      what != nullptr && what->type == Type::event && what->subject == nullptr &&
                      what->object == nullptr && what->modality.empty() && !event.is_negated &&
                      !what->is_negated && what->attributes.empty() &&
                      what->circumstances.empty() && event.subject != nullptr &&
                      what->topic == nullptr;
    if (!done) return;
    event.head = what->head;
    event.modality = "modality:obligation";
    event.object = std::exchange(event.subject, nullptr);
  }

  // "failed logins": login failures.
  static PropositionPtr name_failure(const Proposition& thing) {
    if (thing.circumstances.size() != 1 || thing.circumstances.front().relation != "that") {
      return nullptr;
    }
    const Proposition& event = *thing.circumstances.front().of;
    const bool bare = event.head == "content:fail" && event.subject == nullptr &&
                      event.object != nullptr && event.object->head == kGap &&
                      event.circumstances.empty() && event.attributes.empty() &&
                      event.modality.empty() && !event.is_negated;
    if (!bare) return nullptr;
    Node failed = copy_of(thing.circumstances.front().of);
    Node named = std::make_shared<Proposition>(thing);
    named->circumstances.clear();
    failed->attributes = std::exchange(named->attributes, {});
    failed->object = nullptr;
    failed->subject = std::move(named);
    return failed;
  }

  // "the time at which the object was created": its creation time.
  static void name_time(Proposition& thing) {
    if (thing.head != "word:time" || !thing.nouns.empty() || thing.circumstances.size() != 1)
      return;
    const PropositionPtr event = thing.circumstances.front().of;
    const bool dated = event->type == Type::event && event->subject == nullptr &&
                       event->object != nullptr && event->object->type == Type::thing &&
                       event->object->attributes.empty() && event->object->circumstances.empty() &&
                       event->modality.empty() && !event->is_negated &&
                       event->circumstances.size() == 1 &&
                       event->circumstances.front().of->head == kGap && event->attributes.empty();
    if (!dated) return;
    thing.nouns = event->object->nouns;
    thing.nouns.push_back(event->object->head);
    thing.nouns.push_back(event->head);
    thing.circumstances.clear();
  }

  // "parameters that are missing": missing parameters.
  static void settle_quality(Proposition& thing) {
    for (std::size_t i = 0; i < thing.circumstances.size(); ++i) {
      const Circumstance each = thing.circumstances[i];
      const Proposition& clause = *each.of;
      const bool plain = each.relation == "that" && clause.type == Type::event &&
                         clause.head == "be" && clause.modality.empty() &&
                         clause.aspect == Aspect::any && clause.subject != nullptr &&
                         clause.subject->head == kGap && clause.attributes.empty();
      if (!plain) continue;
      if (clause.object == nullptr && clause.circumstances.size() == 1 && !clause.is_negated) {
        const Circumstance& place = clause.circumstances.front();
        thing.circumstances[i] = {place.relation, place.of, each.hosts};
      } else if (clause.object != nullptr && clause.circumstances.empty() &&
                 clause.object->type == Type::thing && clause.object->nouns.empty() &&
                 clause.object->circumstances.empty() && !clause.object->is_definite &&
                 !clause.object->head.empty()) {
        const bool denied = clause.is_negated != clause.object->is_negated;
        thing.attributes.push_back({(denied ? "not " : "") + clause.object->head, each.hosts});
        for (const Attribute& degree : clause.object->attributes) {
          thing.attributes.push_back({degree.key, {}});
        }
        thing.circumstances.erase(thing.circumstances.begin() + static_cast<std::ptrdiff_t>(i--));
      }
    }
  }

  // "per page": for each page.
  static void spread_rate(Circumstance& each) {
    const auto is_all = [](const Attribute& attribute) { return attribute.key == "scope:all"; };
    const auto& attributes = each.of->attributes;
    const bool placed = each.relation == "on" || each.relation == "in" || each.relation == "for";
    if (placed && std::any_of(attributes.begin(), attributes.end(), is_all)) each.relation = "per";
    if (each.relation != "per" || std::any_of(attributes.begin(), attributes.end(), is_all)) return;
    Node all = copy_of(each.of);
    all->attributes.push_back({"scope:all", {all->head}});
    each.of = std::move(all);
  }

  // "that have names": with names; "used to store": to store.
  static void shorten(Circumstance& each) {
    const bool plain = each.relation == "that" && each.of->type == Type::event &&
                       each.of->modality.empty() && each.of->attributes.empty();
    if (!plain) return;
    const PropositionPtr event = each.of;
    const auto is_gap = [](const PropositionPtr& role) {
      return role != nullptr && role->head == kGap;
    };
    const bool has = event->head == "have" || event->head == "content:lack";
    if (has && is_gap(event->subject) && event->object != nullptr && event->circumstances.empty()) {
      const bool denied = event->is_negated != (event->head == "content:lack");
      each.relation = denied ? "negation:without" : "with";
      each.of = event->object;
    } else if (!event->is_negated && event->subject == nullptr &&
               event->circumstances.size() == 1 &&
               event->circumstances.front().relation == "with" &&
               is_gap(event->circumstances.front().of)) {  // "with which it is locked": to lock it
      Node done = copy_of(event);
      done->circumstances.clear();
      done->is_elided = true;
      done->aspect = Aspect::any;
      each.relation = "for";
      each.of = std::move(done);
    } else if (event->head == "content:use" && is_gap(event->object) && !event->is_negated &&
               event->subject == nullptr && event->circumstances.size() == 1 &&
               event->circumstances.front().relation == "for") {
      each.relation = "for";
      each.of = event->circumstances.front().of;
    }
  }

  static bool take_no(PropositionPtr& role) {
    if (role == nullptr) return false;
    const auto& attributes = role->attributes;
    const auto no = std::find_if(attributes.begin(), attributes.end(),
                                 [](const Attribute& each) { return each.key == "negation:no"; });
    if (no == attributes.end()) return false;
    Node any = copy_of(role);
    any->attributes.erase(any->attributes.begin() + (no - attributes.begin()));
    role = std::move(any);
    return true;
  }

  static void deny_at_verb(Proposition& event) {
    const auto is_list = [](const PropositionPtr& role) {
      return role != nullptr && role->type == Type::list;
    };
    const bool each = is_list(event.object) || is_list(event.subject);  // "neither A nor B"
    if (event.is_negated || !(take_no(event.object) || take_no(event.subject))) return;
    event.is_negated = true;
    event.denies_all = !each;
  }

  static void say_ability(Proposition& event) {
    if (event.head == "be" && event.object != nullptr && event.modality.empty() &&
        event.object->nouns.empty() && event.object->attributes.empty() &&
        event.object->circumstances.empty()) {
      if (const auto verb = verb_of_ability(event.object->head)) {
        for (Circumstance& each : event.circumstances) {
          if (!each.hosts.empty()) each.hosts.push_back(*verb);
        }
        event.head = *verb;
        event.object = std::exchange(event.subject, nullptr);
        event.modality = "modality:ability";
      }
    }
    if (event.modality == "modality:ability" && event.is_negated) {
      event.modality = "modality:inability";
      event.is_negated = false;
    }
  }

  PropositionPtr topic_;
};

}  // namespace

PropositionPtr restated(const PropositionPtr& of) {
  if (of == nullptr || of->type != Type::event) return nullptr;
  Node other = copy_of(of);
  return restate_condition(*other) ? other : nullptr;
}

PropositionPtr normal_form(const PropositionPtr& of, const PropositionPtr& before) {
  PropositionPtr topic = find_topic(of);
  if (topic == nullptr) topic = find_topic(before);
  if (topic == nullptr) topic = find_named(of);
  return Normalizer(topic).normalize(of);
}

std::string root_key(const std::string& key) {
  if (const auto verb = verb_of_ability(key)) return *verb;
  std::string_view word = std::string_view(key).substr(key.find(':') + 1);
  for (const std::string_view ending : {"er", "or"}) {
    if (!word.ends_with(ending) || word.size() < 5) continue;
    const std::string stem(word.substr(0, word.size() - 2));
    if (is_verb_base(stem)) return lemma_of(stem);
    if (is_verb_base(stem + "e")) return lemma_of(stem + "e");
  }
  if (word.starts_with("re") && is_verb_base(word) && is_verb_base(word.substr(2))) {
    return lemma_of(word.substr(2));
  }
  return key;
}

}  // namespace doccord
