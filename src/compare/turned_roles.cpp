#include "compare/turned_roles.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "compare/quoting.h"
#include "compare/word_kinds.h"

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

// What goes on, and what is over: "is being created", "has been created". Of what is said to be so
// at any time, either may be told.
enum class Course { any, ongoing, over };

Course course_of(const UnitText& text, std::size_t at) {
  const std::string& word = text.units[at].plain;
  const auto has = [&](std::string_view wanted) {
    return has_before(text, at, [&](const Unit& unit) { return unit.plain == wanted; });
  };
  const bool ing = word.ends_with("ing");
  if (ing || has("being")) return has("is") || has("are") ? Course::ongoing : Course::any;
  const bool present = word == text.units[at].base || word.ends_with('s');
  if (present) return Course::any;
  return has("been") || has("has") || has("have") || has("was") || has("were") ? Course::over
                                                                               : Course::any;
}

// Where the only word with the key stands; the number of units when there are none or several.
std::size_t find_only(const UnitText& text, std::string_view key) {
  std::size_t found = text.units.size();
  for (std::size_t i = 0; i < text.units.size(); ++i) {
    if (text.units[i].key != key) continue;
    if (found != text.units.size()) return text.units.size();
    found = i;
  }
  return found;
}

// Words may have moved, so that verbs are found by what they say.
void note_changed_course(Alignment& alignment) {
  for (std::size_t i = 1; i < alignment.a.units.size(); ++i) {
    const Unit& verb = alignment.a.units[i];
    if (verb.word_class != WordClass::content || !is_verb_base(verb.base)) continue;
    const Course course = course_of(alignment.a, i);
    if (course == Course::any || find_only(alignment.a, verb.key) != i) continue;
    const std::size_t j = find_only(alignment.b, verb.key);
    if (j == alignment.b.units.size()) continue;
    const Course other = course_of(alignment.b, j);
    if (other == Course::any || other == course) continue;
    // What tells them apart stands before the verb.
    const std::string reason = "it goes on in one text and is over in the other";
    alignment.findings.push_back({Kind::meaning, {i - 1, i + 1}, {j - 1, j + 1}, reason, false});
  }
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
  note_changed_course(alignment);
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
