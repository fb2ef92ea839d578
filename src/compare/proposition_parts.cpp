#include "compare/proposition_parts.h"

#include <string>
#include <vector>

#include "compare/noun_phrases.h"

namespace doccord {

bool is_thing(const PropositionPtr& of) {
  return of != nullptr && of->type == Proposition::Type::thing && of->head != kGap &&
         !of->head.empty();
}

bool is_bare(const Proposition& of) {
  return of.attributes.empty() && of.circumstances.empty() && !of.is_negated;
}

bool is_asserted(const Proposition& event) { return event.modality.empty() && !event.is_negated; }

bool says_how_many(std::string_view key) {
  return key.starts_with("scope:") || key.starts_with("number:") || key.starts_with("negation:") ||
         key.starts_with("time:");
}

void hand_over(const Proposition& from, Proposition& to) {
  const auto renamed = [&](std::vector<std::string> hosts) {
    const bool held = std::find(hosts.begin(), hosts.end(), from.head) != hosts.end();
    if (held) hosts.push_back(to.head);
    return hosts;
  };
  for (const Circumstance& each : from.circumstances) {
    to.circumstances.push_back({each.relation, each.of, renamed(each.hosts)});
  }
  for (const Attribute& each : from.attributes) {
    to.attributes.push_back({each.key, renamed(each.hosts)});
  }
}

void assert_as(const Proposition& from, Proposition& to) {
  to.modality = from.modality;
  to.aspect = from.aspect;
  to.is_negated = from.is_negated;
  to.denies_all = from.denies_all;
  to.is_order = from.is_order;
  to.is_elided = from.is_elided;
  to.topic = from.topic;
}

bool take_circumstance(Proposition& event, std::string_view relation, std::string_view word) {
  const auto found =
      std::find_if(event.circumstances.begin(), event.circumstances.end(), [&](const auto& each) {
        return each.relation == relation && word_of(each.of->head) == word &&
               each.of->nouns.empty() && is_bare(*each.of) && each.of->object == nullptr;
      });
  if (found == event.circumstances.end()) return false;
  event.circumstances.erase(found);
  return true;
}

bool is_excessive(const Proposition& quality) {
  return quality.attributes.size() == 1 && quality.attributes.front().key == "scope:too" &&
         quality.circumstances.empty();
}

}  // namespace doccord
