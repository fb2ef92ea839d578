#include "compare/propositions.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "compare/lexicon.h"
#include "compare/word_kinds.h"

namespace doccord {
namespace {

bool may_belong_together(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return true;
  return std::any_of(a.begin(), a.end(), [&](const std::string& host) {
    return std::find(b.begin(), b.end(), host) != b.end();
  });
}

// Whether the prepositions place or equip alike. Those that may stand for many others are
// themselves only: two phrases must not change places because one begins with `of`.
bool relate_alike(std::string_view a, std::string_view b) {
  static constexpr std::array<std::string_view, 4> kApart = {"of", "for", "from", "to"};
  const auto is_apart = [](std::string_view word) {
    return std::find(kApart.begin(), kApart.end(), word) != kApart.end();
  };
  return a == b || (!is_apart(a) && !is_apart(b) && (roles_of(a) & roles_of(b)) != 0);
}

// A pronoun may be left out where the other text has a clause without a subject.
bool same_role(const PropositionPtr& a, const PropositionPtr& b, bool elided_a, bool elided_b) {
  if (a == nullptr && b == nullptr) return true;
  if (a == nullptr) return elided_a && b->is_pronoun;
  if (b == nullptr) return elided_b && a->is_pronoun;
  return say_the_same(*a, *b);
}

// "No breath was detected" and "it has not detected a breath", but neither "the breath" nor "a
// breath was not detected": another one may have been.
bool deny_alike(const Proposition& a, const Proposition& b) {
  if (a.denies_all == b.denies_all) return true;
  const Proposition& plain = a.denies_all ? b : a;
  if (plain.head == "word:exist" && plain.subject != nullptr) return !plain.subject->is_definite;
  return plain.object != nullptr && !plain.object->is_definite && plain.topic != nullptr &&
         plain.topic->head != plain.object->head;
}

bool is_obligation(std::string_view modality) {
  return modality == "modality:obligation" || modality == "modality:recommendation";
}

// "Close the cover" and "the cover must be closed", where the verb is one of what people do; of a
// program, what it does is not what must be done.
bool orders_alike(const Proposition& order, const Proposition& other) {
  return order.is_order && order.modality.empty() && is_obligation(other.modality) &&
         other.subject == nullptr && is_advice(order.head);
}

// "failed to respond": could not, and did not.
bool fails_alike(const Proposition& failed, const Proposition& other) {
  if (failed.modality != "modality:failure" || failed.is_negated) return false;
  return other.is_negated ? other.modality.empty() && other.aspect == Aspect::over
                          : other.modality == "modality:inability";
}

// The same firmly said, and denied alike.
bool assert_alike(const Proposition& a, const Proposition& b) {
  const bool over = a.aspect == Aspect::over || b.aspect == Aspect::over;
  const bool ongoing = a.aspect == Aspect::ongoing || b.aspect == Aspect::ongoing;
  if (over && ongoing) return false;
  if (fails_alike(a, b) || fails_alike(b, a)) return true;
  if (a.is_negated != b.is_negated) return false;
  return a.modality == b.modality || orders_alike(a, b) || orders_alike(b, a);
}

bool same_event(const Proposition& a, const Proposition& b) {
  // What one thing is, is the other: "bank 1 is the side that ..."
  const auto equates = [](const Proposition& of) {
    return of.head == "be" && of.subject != nullptr && of.object != nullptr &&
           of.object->type == Proposition::Type::thing && of.modality.empty();
  };
  if (equates(a) && equates(b) && (a.object->is_definite || b.object->is_definite) &&
      a.is_negated == b.is_negated && say_the_same(*a.subject, *b.object) &&
      say_the_same(*a.object, *b.subject)) {
    return true;
  }
  return assert_alike(a, b) && deny_alike(a, b) &&
         same_role(a.subject, b.subject, a.is_elided, b.is_elided) &&
         same_role(a.object, b.object, a.is_elided, b.is_elided);
}

bool same_list(const Proposition& a, const Proposition& b) {
  // What is to be done first and what next is said by the order.
  const bool ordered =
      a.head == "then" || std::any_of(a.members.begin(), a.members.end(), [](const auto& member) {
        return member->type == Proposition::Type::event && member->subject == nullptr;
      });
  if (ordered && a.head != "or") {
    return a.members.size() == b.members.size() &&
           std::equal(a.members.begin(), a.members.end(), b.members.begin(),
                      [](const auto& x, const auto& y) { return say_the_same(*x, *y); });
  }
  return match_all(a.members, b.members,
                   [](const auto& x, const auto& y) { return say_the_same(*x, *y); });
}

}  // namespace

bool say_the_same(const Proposition& a, const Proposition& b) {
  if (a.type != b.type || a.head != b.head || a.nouns != b.nouns) return false;
  if (a.type != Proposition::Type::event && a.is_negated != b.is_negated) return false;
  if (a.type == Proposition::Type::event && !same_event(a, b)) return false;
  if (a.type == Proposition::Type::list && !same_list(a, b)) return false;
  return match_all(a.attributes, b.attributes,
                   [](const Attribute& x, const Attribute& y) {
                     return x.key == y.key && may_belong_together(x.hosts, y.hosts);
                   }) &&
         match_all(a.circumstances, b.circumstances,
                   [](const Circumstance& x, const Circumstance& y) {
                     return relate_alike(x.relation, y.relation) &&
                            may_belong_together(x.hosts, y.hosts) && say_the_same(*x.of, *y.of);
                   });
}

}  // namespace doccord
