#include "compare/word_order.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace doccord {
namespace {

using Keys = std::vector<std::string_view>;
using Places = std::vector<std::size_t>;

constexpr std::size_t kNear = 4;        // An adverb that moves farther belongs to another word.
constexpr std::size_t kMostMoved = 60;  // More is another text.

// One text as the moves see it: its units with weight, and what stands before each of them.
struct Side {
  explicit Side(const UnitText& of) : text(of) {
    for (std::size_t i = 0; i < of.units.size(); ++i) {
      if (of.units[i].has_weight()) places.push_back(i);
    }
  }

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

bool cuts_list(const Side& side, std::size_t i) {
  return side.has_before(i, "and") || side.has_before(i, "or") || side.has_mark_before(i, ",;/");
}

bool begins_clause(const Unit& unit) {
  static constexpr std::string_view kOpeners[] = {"if",    "unless", "although", "before",
                                                  "after", "until",  "while",    "since"};
  if (unit.word_class != WordClass::condition && unit.word_class != WordClass::time) return false;
  return std::any_of(std::begin(kOpeners), std::end(kOpeners),
                     [&](std::string_view opener) { return unit.key.ends_with(opener); });
}

bool cuts_clause(const Side& side, std::size_t i) {
  return side.has_mark_before(i, ",;.:") || begins_clause(side.text.units[side.places[i]]) ||
         side.has_before(i, "because");
}

// `the format of the entity` and `the entity format`.
bool is_compound(const Side& phrase, const Side& compound, std::size_t at) {
  return phrase.key(at) == compound.key(at + 1) && phrase.key(at + 1) == compound.key(at) &&
         phrase.has_before(at + 1, "of") && !compound.has_grammar_before(at + 1);
}

// `S V O` in one text, `O is V by S` in the other, within [begin, end) of both.
bool is_passive(const Side& active, const Side& passive, std::size_t begin, std::size_t end) {
  for (std::size_t by = begin + 2; by < end; ++by) {
    if (!passive.has_before(by, "by")) continue;
    const std::size_t subject = end - by;
    const std::size_t object = by - 1 - begin;
    const std::size_t verb = begin + subject;
    if (active.keys(begin, verb) == passive.keys(by, end) &&
        active.key(verb) == passive.key(by - 1) &&
        active.keys(verb + 1, verb + 1 + object) == passive.keys(begin, by - 1) &&
        !active.has_before(verb + 1, "by")) {
      return true;
    }
  }
  return false;
}

// `Follow links` and `Links are followed`: nobody acts in either.
bool is_passive_order(const Side& order, const Side& passive, std::size_t begin, std::size_t end) {
  if (begin != 0) return false;
  for (std::size_t verb = 1; verb < end; ++verb) {
    const std::size_t object = verb;
    const bool has_be = passive.has_before(verb, "is") || passive.has_before(verb, "are") ||
                        passive.has_before(verb, "was") || passive.has_before(verb, "were");
    if (has_be && order.keys(0, end - object) == passive.keys(verb, end) &&
        order.keys(end - object, end) == passive.keys(0, verb)) {
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
  if (a.key(at) != b.key(at + 1) || a.key(at + 1) != b.key(at)) return false;
  if (a.has_grammar_before(at + 1) || b.has_grammar_before(at + 1)) return false;
  return (is_participle(a, at) && is_participle(b, at + 1)) ||
         (is_participle(a, at + 1) && is_participle(b, at));
}

enum class Arrangement { other, same_voice, other_voice };

// Whether the two texts have the same units, moved in a way that is a matter of wording.
Arrangement compare_arrangement(const Side& a, const Side& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t head = 0;
  while (head < shorter && a.key(head) == b.key(head)) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head && a.key(a.size() - 1 - tail) == b.key(b.size() - 1 - tail)) ++tail;
  const std::size_t end = a.size() - tail;
  if (end == head || end != b.size() - tail) return Arrangement::other;
  if (end - head == 2 &&
      (is_compound(a, b, head) || is_compound(b, a, head) || is_postponed(a, b, head))) {
    return Arrangement::same_voice;
  }
  if (is_passive(a, b, head, end) || is_passive(b, a, head, end) ||
      is_passive_order(a, b, head, end) || is_passive_order(b, a, head, end)) {
    return Arrangement::other_voice;
  }
  // A list's last member may be followed by words that belong to it, so only the changed stretch
  // is looked at; clauses are whole.
  const bool same = are_same_parts(a, b, head, end, end, cuts_list) ||
                    are_same_parts(a, b, 0, a.size(), b.size(), cuts_clause);
  return same ? Arrangement::same_voice : Arrangement::other;
}

Places open_places(const std::vector<bool>& open) {
  Places places;
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (open[i]) places.push_back(i);
  }
  return places;
}

std::vector<std::string> sorted_keys(const UnitText& text, const Places& places) {
  std::vector<std::string> keys;
  for (const std::size_t at : places) keys.push_back(text.units[at].key);
  std::sort(keys.begin(), keys.end());
  return keys;
}

// The units say the same wherever they stand near their verb: `resides temporarily`.
bool is_movable(const Unit& unit) {
  return (unit.word_class == WordClass::content || unit.word_class == WordClass::time) &&
         unit.plain.ends_with("ly");
}

// The matches that a move from `a` in one text to `b` in the other passes over.
std::vector<Match> passed(const Alignment& alignment, std::size_t a, std::size_t b) {
  std::vector<Match> between;
  std::copy_if(alignment.matches.begin(), alignment.matches.end(), std::back_inserter(between),
               [&](const Match& match) { return (match.a < a) != (match.b < b); });
  return between;
}

// An adverb moved a little, or something moved past adverbs only.
bool is_light_move(const Alignment& alignment, std::size_t a, std::size_t b) {
  const std::vector<Match> between = passed(alignment, a, b);
  if (between.size() > kNear) return false;
  return is_movable(alignment.a.units[a]) ||
         std::all_of(between.begin(), between.end(),
                     [&](const Match& match) { return is_movable(alignment.a.units[match.a]); });
}

void close_move(Alignment& alignment, std::size_t a, std::size_t b) {
  alignment.open_a[a] = false;
  alignment.open_b[b] = false;
  const std::string reason = "the same words stand in another order";
  alignment.findings.push_back({Kind::wording, {a, a + 1}, {0, 0}, reason, false});
  alignment.findings.push_back({Kind::wording, {0, 0}, {b, b + 1}, reason, false});
}

void explain_adverbs(Alignment& alignment) {
  for (const std::size_t i : open_places(alignment.open_a)) {
    for (const std::size_t j : open_places(alignment.open_b)) {
      if (alignment.a.units[i].key != alignment.b.units[j].key) continue;
      if (passed(alignment, i, j).empty() || !is_light_move(alignment, i, j)) continue;
      close_move(alignment, i, j);
      break;
    }
  }
}

}  // namespace

void explain_moves(Alignment& alignment) {
  if (open_places(alignment.open_a).size() > kMostMoved ||
      open_places(alignment.open_b).size() > kMostMoved) {
    return;
  }
  explain_adverbs(alignment);
  const Places open_a = open_places(alignment.open_a);
  const Places open_b = open_places(alignment.open_b);
  if (open_a.empty() || sorted_keys(alignment.a, open_a) != sorted_keys(alignment.b, open_b)) {
    return;
  }
  const Arrangement found = compare_arrangement(Side(alignment.a), Side(alignment.b));
  if (found == Arrangement::other) return;
  alignment.voice_differs = found == Arrangement::other_voice;
  for (const std::size_t i : open_a) {
    for (const std::size_t j : open_b) {
      if (!alignment.open_b[j] || alignment.a.units[i].key != alignment.b.units[j].key) continue;
      close_move(alignment, i, j);
      break;
    }
  }
}

}  // namespace doccord
