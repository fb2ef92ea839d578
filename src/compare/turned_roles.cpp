#include "compare/turned_roles.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "compare/quoting.h"
#include "compare/terms.h"

namespace doccord {
namespace {

// Whether one of the words stands among the grammar right before the unit.
template <class Is>
bool has_before(const UnitText& text, std::size_t at, Is is) {
  while (at > 0 && !text.units[at - 1].has_weight()) {
    if (is(text.units[--at])) return true;
  }
  return false;
}

bool is_be(const Unit& unit) { return unit.base == "be"; }

bool is_relative(const Unit& unit) {
  return unit.plain == "that" || unit.plain == "which" || unit.plain == "who";
}

// "rejects" in one text, "is rejected" in the other, of the same subject.
bool turns_voice(const Alignment& alignment, std::size_t k) {
  const Match& match = alignment.matches[k];
  const Unit& a = alignment.a.units[match.a];
  const Unit& b = alignment.b.units[match.b];
  if (k == 0 || a.base != b.base || a.plain == b.plain) return false;
  if (!is_verb_base(a.base) || is_ergative(a.base)) return false;
  const auto is_active = [](const UnitText& text, std::size_t at) {
    const Unit& unit = text.units[at];
    return unit.plain.ends_with('s') && unit.plain != unit.base && !has_before(text, at, is_be);
  };
  const auto is_passive = [](const UnitText& text, std::size_t at) {
    const Unit& unit = text.units[at];
    return !unit.plain.ends_with('s') && !unit.plain.ends_with("ing") && unit.plain != unit.base &&
           has_before(text, at, is_be);
  };
  const bool turned = (is_active(alignment.a, match.a) && is_passive(alignment.b, match.b)) ||
                      (is_active(alignment.b, match.b) && is_passive(alignment.a, match.a));
  // What stands before is the subject, unless something came between.
  const auto follows = [](const UnitText& text, std::size_t before, std::size_t at) {
    return std::none_of(text.units.begin() + static_cast<std::ptrdiff_t>(before) + 1,
                        text.units.begin() + static_cast<std::ptrdiff_t>(at),
                        [](const Unit& unit) { return unit.has_weight(); }) &&
           text.units[before].word_class == WordClass::content;
  };
  const Match& subject = alignment.matches[k - 1];
  return turned && follows(alignment.a, subject.a, match.a) &&
         follows(alignment.b, subject.b, match.b);
}

// The matches before which a relative pronoun stands.
std::vector<std::size_t> relatives(const UnitText& text, const std::vector<Match>& matches,
                                   std::size_t Match::*side) {
  std::vector<std::size_t> places;
  for (std::size_t k = 0; k < matches.size(); ++k) {
    if (has_before(text, matches[k].*side, is_relative)) places.push_back(k);
  }
  return places;
}

}  // namespace

void note_turned_roles(Alignment& alignment) {
  for (std::size_t k = 0; k < alignment.matches.size(); ++k) {
    if (!turns_voice(alignment, k)) continue;
    const Match& match = alignment.matches[k];
    alignment.findings.push_back(
        {Kind::meaning,
         {match.a, match.a + 1},
         {match.b, match.b + 1},
         "who does what differs: " +
             quote_both(alignment.a.units[match.a].written, alignment.b.units[match.b].written),
         false});
  }
  const auto in_a = relatives(alignment.a, alignment.matches, &Match::a);
  const auto in_b = relatives(alignment.b, alignment.matches, &Match::b);
  if (in_a.size() != in_b.size() || in_a == in_b) return;
  const auto [first_a, first_b] = std::mismatch(in_a.begin(), in_a.end(), in_b.begin());
  // The word of grammar is what differs: the words around it look the same.
  const std::size_t here = alignment.matches[*first_a].a;
  const std::size_t there = alignment.matches[*first_b].b;
  const std::string reason = "the clause says something of another word";
  alignment.findings.push_back({Kind::meaning, {here - 1, here}, {0, 0}, reason, false});
  alignment.findings.push_back({Kind::meaning, {0, 0}, {there - 1, there}, reason, false});
}

}  // namespace doccord
