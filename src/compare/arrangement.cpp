#include "compare/arrangement.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/word_kinds.h"

namespace doccord {
namespace {

using Keys = std::vector<std::string_view>;
using Places = std::vector<std::size_t>;

// One text as the moves see it: its units with weight, and what stands before each of them.
struct Side {
  Side(const UnitText& of, Places units) : text(of), places(std::move(units)) {}

  const Unit& unit(std::size_t i) const { return text.units[places[i]]; }

  std::string_view key(std::size_t i) const { return text.units[places[i]].key; }
  std::size_t size() const { return places.size(); }

  Keys keys(std::size_t begin, std::size_t end) const {
    Keys out;
    for (std::size_t i = begin; i < end; ++i) out.push_back(key(i));
    return out;
  }

  // Whether the word stands among the grammar between weighty unit i - 1 and i.
  bool has_before(std::size_t i, std::string_view word) const {
    const std::size_t begin = i == 0 ? 0 : places[i - 1] + 1;
    for (std::size_t at = begin; at < places[i]; ++at) {
      if (text.units[at].plain == word) return true;
    }
    return false;
  }

  bool has_grammar_before(std::size_t i) const { return i > 0 && places[i] > places[i - 1] + 1; }

  bool has_mark_before(std::size_t i, std::string_view marks) const {
    const std::size_t begin = i == 0 ? 0 : text.units[places[i - 1]].token_end;
    for (std::size_t token = begin; token < text.units[places[i]].token_begin; ++token) {
      const std::string_view mark = text.tokens[token].text;
      if (mark.size() == 1 && marks.find(mark) != std::string_view::npos) return true;
    }
    return false;
  }

  const UnitText& text;
  Places places;
};

// The keys between `begin` and `end`, cut before every place where `cuts`; the parts sorted.
template <class Cuts>
std::vector<Keys> parts_of(const Side& side, std::size_t begin, std::size_t end, Cuts cuts) {
  std::vector<Keys> parts(1);
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin && cuts(side, i)) parts.emplace_back();
    for (const std::string_view link : {"because", "so", "then"}) {
      if (side.has_before(i, link))
        parts.back().push_back(link);  // Which is the cause, or the next.
    }
    parts.back().push_back(side.key(i));
  }
  std::sort(parts.begin(), parts.end());
  return parts;
}

template <class Cuts>
bool are_same_parts(const Side& a, const Side& b, std::size_t begin, std::size_t end_a,
                    std::size_t end_b, Cuts cuts) {
  const auto parts = parts_of(a, begin, end_a, cuts);
  return parts.size() >= 2 && parts == parts_of(b, begin, end_b, cuts);
}

bool links_members(const Side& side, std::size_t i) {
  return side.has_before(i, "and") || side.has_before(i, "or") || side.has_mark_before(i, "/");
}

bool cuts_list(const Side& side, std::size_t i) {
  return links_members(side, i) || side.has_mark_before(i, ",");
}

// Whether [begin, end) is within a list: something links its members, or the last of them to what
// follows, and no sentence ends there.
bool is_in_list(const Side& side, std::size_t begin, std::size_t end) {
  bool linked = end < side.size() && links_members(side, end);
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (side.has_mark_before(i, ";.:")) return false;
    linked = linked || links_members(side, i);
  }
  return linked;
}

bool has_be_before(const Side& side, std::size_t i) {
  static constexpr std::string_view kForms[] = {"is", "are", "was", "were", "be", "been"};
  return std::any_of(std::begin(kForms), std::end(kForms),
                     [&](std::string_view form) { return side.has_before(i, form); });
}

// Whether what stands around [begin, end) belongs to one of its members alone: "a faulty | sensor
// or leak", "it sets the | field and the server | ignores it".
bool is_bound(const Side& side, std::size_t begin, std::size_t end) {
  const auto acts = [&](std::size_t i) {
    const Unit& unit = side.unit(i);
    return is_verb_base(unit.base) && unit.plain.ends_with('s') && unit.plain != unit.base;
  };
  if (begin == 0) return false;
  const Unit& before = side.unit(begin - 1);
  const bool adjoins = before.word_class == WordClass::content && !side.has_grammar_before(begin) &&
                       !side.has_mark_before(begin, ",;.:()");
  if (adjoins && (!is_verb_base(before.base) || before.plain.ends_with("ed"))) return true;
  const bool acts_after = end < side.size() && acts(end) && !side.has_grammar_before(end) &&
                          (end + 1 == side.size() || !has_be_before(side, end + 1));
  return acts_after && acts(begin - 1);
}

// "Stop it and remove it": what is to be done first is said by the order.
bool are_orders(const Side& side, std::size_t begin, std::size_t end) {
  const auto is_order = [&](std::size_t i) {
    const Unit& unit = side.unit(i);
    return unit.plain == unit.base && is_verb_base(unit.base);
  };
  if (begin != 0 || !is_order(0) || side.has_before(0, "the") || side.has_before(0, "a"))
    return false;
  for (std::size_t i = 1; i < end; ++i) {
    if (side.has_before(i, "and") && is_order(i)) return true;
  }
  return false;
}

bool begins_clause(const Unit& unit) {
  static constexpr std::string_view kOpeners[] = {"if",    "unless", "although", "before",
                                                  "after", "until",  "while",    "since"};
  if (unit.word_class != WordClass::condition && unit.word_class != WordClass::time) return false;
  return std::any_of(std::begin(kOpeners), std::end(kOpeners),
                     [&](std::string_view opener) { return unit.key.ends_with(opener); });
}

bool cuts_sentence(const Side& side, std::size_t i) { return side.has_mark_before(i, ";."); }

bool cuts_clause(const Side& side, std::size_t i) {
  return side.has_mark_before(i, ",:") || begins_clause(side.text.units[side.places[i]]) ||
         side.has_before(i, "because");
}

// The clauses of every sentence, sorted within it and the sentences among one another.
std::vector<std::vector<Keys>> clauses_of(const Side& side) {
  std::vector<std::vector<Keys>> sentences;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= side.size(); ++i) {
    if (i < side.size() && !cuts_sentence(side, i)) continue;
    sentences.push_back(parts_of(side, begin, i, cuts_clause));
    begin = i;
  }
  std::sort(sentences.begin(), sentences.end());
  return sentences;
}

// The places at which `front`, cut in two, gives `back` when its halves change places.
std::vector<std::size_t> rotations(const Side& front, const Side& back, std::size_t begin,
                                   std::size_t end) {
  std::vector<std::size_t> cuts;
  for (std::size_t cut = begin + 1; cut < end; ++cut) {
    const std::size_t other = end - (cut - begin);
    if (front.keys(begin, cut) == back.keys(other, end) &&
        front.keys(cut, end) == back.keys(begin, other)) {
      cuts.push_back(cut);
    }
  }
  return cuts;
}

// `the limit of open files` and `the open file limit`.
bool is_compound(const Side& phrase, const Side& compound, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (compound.has_grammar_before(i)) return false;
  }
  // "size of the maximum | message": the phrase goes on.
  if (end < phrase.size() && !phrase.has_grammar_before(end) &&
      !phrase.has_mark_before(end, ",;.:()"))
    return false;
  const std::vector<std::size_t> cuts = rotations(phrase, compound, begin, end);
  return std::any_of(cuts.begin(), cuts.end(),
                     [&](std::size_t cut) { return phrase.has_before(cut, "of"); });
}

// What says of a verb how firmly, how often or whether at all: `must not`, `always`.
bool goes_with_verb(const Unit& unit) {
  return unit.word_class == WordClass::modality || unit.word_class == WordClass::negation ||
         unit.word_class == WordClass::time;
}

// `S V O` in one text, `O is V by S` in the other, within [begin, end) of both; words such as `must
// not` stand before the verb in both. What a text includes is included in it.
bool is_passive(const Side& active, const Side& passive, std::size_t begin, std::size_t end) {
  constexpr std::size_t kMostBeforeVerb = 2;
  for (std::size_t by = begin + 2; by < end; ++by) {
    const bool contained =
        passive.has_before(by, "in") && passive.key(by - 1).ends_with(":contain");
    if (!passive.has_before(by, "by") && !contained) continue;
    const std::size_t subject = end - by;
    for (std::size_t before = 0; before <= kMostBeforeVerb && by >= begin + 2 + before; ++before) {
      const std::size_t object = by - 1 - before - begin;
      const std::size_t active_verb = begin + subject + before;
      if (before > 0 && !goes_with_verb(passive.unit(by - 1 - before))) break;
      if (active.keys(begin, begin + subject) == passive.keys(by, end) &&
          active.keys(begin + subject, active_verb + 1) == passive.keys(by - 1 - before, by) &&
          active.keys(active_verb + 1, end) == passive.keys(begin, begin + object) &&
          !active.has_before(active_verb + 1, "by") &&
          !(contained && has_be_before(active, active_verb))) {
        return true;
      }
    }
  }
  return false;
}

constexpr std::string_view kPlaceWords[] = {"in",     "on", "at", "for", "during",
                                            "within", "of", "by", "with"};

// Whether what comes before `end` is not followed by words that belong to it.
bool ends_statement(const Side& side, std::size_t end) {
  return end == side.size() || side.has_mark_before(end, ",;.:");
}

// `For policy reasons, it refuses` and `It refuses for policy reasons`.
bool is_fronted(const Side& front, const Side& back, std::size_t begin, std::size_t end) {
  if (begin != 0 || !ends_statement(back, end)) return false;
  for (const std::size_t cut : rotations(front, back, begin, end)) {
    const std::size_t other = end - (cut - begin);
    const auto leads = [&](std::string_view word) {
      return front.has_before(begin, word) && back.has_before(other, word);
    };
    if (begins_clause(front.unit(begin)) ||
        std::any_of(std::begin(kPlaceWords), std::end(kPlaceWords), leads)) {
      return true;
    }
  }
  return false;
}

// `The device has no space left` and `No space left on device`.
bool is_possession(const Side& having, const Side& placed, std::size_t begin, std::size_t end) {
  if (!ends_statement(having, end) || !ends_statement(placed, end)) return false;
  for (const std::size_t cut : rotations(having, placed, begin, end)) {
    const std::size_t other = end - (cut - begin);
    const bool has = having.has_before(cut, "has") || having.has_before(cut, "have") ||
                     having.has_before(cut, "had");
    if (has && (placed.has_before(other, "in") || placed.has_before(other, "on") ||
                placed.has_before(other, "of"))) {
      return true;
    }
  }
  return false;
}

// `types that the server supports` and `types supported by the server`.
bool is_relative_passive(const Side& active, const Side& passive, std::size_t begin,
                         std::size_t end) {
  for (const std::size_t cut : rotations(active, passive, begin, end)) {
    const std::size_t agent = end - (cut - begin);
    const bool clause = active.has_before(begin, "that") || active.has_before(begin, "which");
    if (clause && end - cut == 1 && passive.has_before(agent, "by")) return true;
  }
  return false;
}

// `An invalid argument` and `the argument is invalid`, within [begin, end) of both.
bool is_predicate(const Side& attributive, const Side& predicative, std::size_t begin,
                  std::size_t end) {
  if (!ends_statement(attributive, end) || !ends_statement(predicative, end)) return false;
  for (std::size_t i = begin; i < end; ++i) {  // "A battery that does not stop it is low."
    if (predicative.has_before(i, "that") || predicative.has_before(i, "which")) return false;
  }
  for (const std::size_t cut : rotations(attributive, predicative, begin, end)) {
    const std::size_t other = end - (cut - begin);
    if (has_be_before(predicative, other) && end - cut == 1 && !attributive.has_grammar_before(cut))
      return true;
  }
  return false;
}

// `Follow links` and `Links are followed`, `Cannot find it` and `It could not be found`: nobody
// acts in either.
bool is_passive_order(const Side& order, const Side& passive, std::size_t begin, std::size_t end) {
  if (begin != 0) return false;
  for (std::size_t object = 1; object < end; ++object) {
    std::size_t verb = object;
    while (verb < end && goes_with_verb(passive.unit(verb)) && !has_be_before(passive, verb)) {
      ++verb;
    }
    std::size_t acted = verb;  // "is not supported"
    while (acted + 1 < end && goes_with_verb(passive.unit(acted))) ++acted;
    if (verb < end && has_be_before(passive, verb) && is_verb_base(passive.unit(acted).base) &&
        order.keys(0, end - object) == passive.keys(object, end) &&
        order.keys(end - object, end) == passive.keys(0, object)) {
      return true;
    }
  }
  return false;
}

// `the specified file` and `the file specified`
bool is_postponed(const Side& a, const Side& b, std::size_t at) {
  const auto is_participle = [](const Side& side, std::size_t i) {
    return side.text.units[side.places[i]].plain.ends_with("ed");
  };
  // `the file that was specified`
  const auto is_apart = [&](const Side& side) {
    return side.has_grammar_before(at + 1) &&
           !(side.has_before(at + 1, "that") || side.has_before(at + 1, "which"));
  };
  if (a.key(at) != b.key(at + 1) || a.key(at + 1) != b.key(at)) return false;
  if (is_apart(a) || is_apart(b)) return false;
  // `matching lines` and `lines that match`
  const auto becomes_clause = [&](const Side& attribute, const Side& clause) {
    return attribute.unit(at).plain.ends_with("ing") &&
           (clause.has_before(at + 1, "that") || clause.has_before(at + 1, "which"));
  };
  return (is_participle(a, at) && is_participle(b, at + 1)) ||
         (is_participle(a, at + 1) && is_participle(b, at)) || becomes_clause(a, b) ||
         becomes_clause(b, a);
}

// Whether words that say how many, whether and how firmly stand before the same word in both texts:
// what is said of more than one table is not said of more than one session.
bool keeps_company(const Side& a, const Side& b) {
  const auto companions = [](const Side& side) {
    std::vector<std::pair<std::string_view, std::string_view>> pairs;
    for (std::size_t i = 0; i < side.size(); ++i) {
      const Unit& unit = side.unit(i);
      const bool closed = unit.word_class == WordClass::negation ||
                          unit.word_class == WordClass::modality ||
                          unit.word_class == WordClass::quantity || unit.kind == UnitKind::number;
      if (!closed) continue;
      std::string_view company = i + 1 < side.size() ? side.key(i + 1) : "";
      for (std::size_t j = i + 2; j < side.size() && links_members(side, j); ++j) {
        company = std::min(company, side.key(j));  // Of a list, whichever comes first.
      }
      pairs.emplace_back(side.key(i), company);
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
  };
  return companions(a) == companions(b);
}

Arrangement compare_sides(const Side& a, const Side& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t head = 0;
  while (head < shorter && a.key(head) == b.key(head)) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head && a.key(a.size() - 1 - tail) == b.key(b.size() - 1 - tail)) ++tail;
  const std::size_t end = a.size() - tail;
  if (end == head || end != b.size() - tail) return Arrangement::other;
  if (is_compound(a, b, head, end) || is_compound(b, a, head, end) ||
      (end - head == 2 && is_postponed(a, b, head))) {
    return Arrangement::same_voice;
  }
  if (is_relative_passive(a, b, head, end) || is_relative_passive(b, a, head, end)) {
    return Arrangement::other_voice;
  }
  if (is_passive(a, b, head, end) || is_passive(b, a, head, end) ||
      is_passive_order(a, b, head, end) || is_passive_order(b, a, head, end)) {
    return Arrangement::other_voice;
  }
  if (is_fronted(a, b, head, end) || is_fronted(b, a, head, end) ||
      is_possession(a, b, head, end) || is_possession(b, a, head, end) ||
      is_predicate(a, b, head, end) || is_predicate(b, a, head, end)) {
    return Arrangement::same_voice;
  }
  // A list's last member may be followed by words that belong to it, so only the changed stretch
  // is looked at; clauses are whole.
  if (are_orders(a, head, end) && are_orders(b, head, end)) return Arrangement::other;
  const bool in_list = is_in_list(a, head, end) && is_in_list(b, head, end) &&
                       !is_bound(a, head, end) && !is_bound(b, head, end);
  const bool same = (in_list && are_same_parts(a, b, head, end, end, cuts_list)) ||
                    clauses_of(a) == clauses_of(b);
  return same ? Arrangement::same_voice : Arrangement::other;
}

}  // namespace

Arrangement compare_arrangement(const UnitText& a, const std::vector<std::size_t>& units_a,
                                const UnitText& b, const std::vector<std::size_t>& units_b) {
  const Side side_a(a, units_a);
  const Side side_b(b, units_b);
  return keeps_company(side_a, side_b) ? compare_sides(side_a, side_b) : Arrangement::other;
}

}  // namespace doccord
