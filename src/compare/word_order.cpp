#include "compare/word_order.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/arrangement.h"

namespace doccord {
namespace {

using Places = std::vector<std::size_t>;

constexpr std::size_t kMostMoved = 60;  // More is another text.
constexpr std::size_t kNear = 4;        // An adverb that moves farther belongs to another word.
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
  static constexpr std::string_view kAdverbs[] = {"already", "again", "later", "still"};
  if (unit.word_class == WordClass::time &&
      std::find(std::begin(kAdverbs), std::end(kAdverbs), unit.plain) != std::end(kAdverbs)) {
    return true;
  }
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
  alignment.is_moved = true;
  const std::string reason = "the same words stand in another order";
  alignment.findings.push_back({Kind::wording, {a, a + 1}, {0, 0}, reason, false});
  alignment.findings.push_back({Kind::wording, {0, 0}, {b, b + 1}, reason, false});
}

void explain_adverbs(Alignment& alignment) {
  for (const std::size_t i : open_places(alignment.open_a)) {
    for (std::size_t j = 0; j < alignment.open_b.size(); ++j) {
      if (!alignment.open_b[j] || alignment.a.units[i].key != alignment.b.units[j].key) continue;
      if (passed(alignment, i, j).empty() || !is_light_move(alignment, i, j)) continue;
      close_move(alignment, i, j);
      break;
    }
  }
}

bool is_of(const Unit& unit, WordClass word_class, std::string_view group) {
  return unit.word_class == word_class && unit.key.ends_with(":" + std::string(group));
}

// The first open unit of one of the groups; the number of units when there is none.
std::size_t find_open(const UnitText& text, const std::vector<bool>& open, WordClass word_class,
                      std::initializer_list<std::string_view> groups) {
  std::size_t at = 0;
  const auto fits = [&](std::string_view group) {
    return is_of(text.units[at], word_class, group);
  };
  while (at < open.size() && !(open[at] && std::any_of(groups.begin(), groups.end(), fits))) ++at;
  return at;
}

// `does not support any` and `supports none`: denied at the verb, or at what it is about.
void explain_spread_negation(Alignment& alignment) {
  for (const bool swapped : {false, true}) {
    const UnitText& spread = swapped ? alignment.b : alignment.a;
    const UnitText& joined = swapped ? alignment.a : alignment.b;
    std::vector<bool>& open_spread = swapped ? alignment.open_b : alignment.open_a;
    std::vector<bool>& open_joined = swapped ? alignment.open_a : alignment.open_b;
    const std::size_t negation = find_open(spread, open_spread, WordClass::negation, {"not"});
    const std::size_t any = find_open(spread, open_spread, WordClass::quantity, {"any"});
    const std::size_t none =
        find_open(joined, open_joined, WordClass::negation, {"none", "no", "nothing"});
    if (any == spread.units.size() || none == joined.units.size() || negation > any) continue;
    open_spread[negation] = false;
    open_spread[any] = false;
    open_joined[none] = false;
    const UnitRange range{negation, any + 1};
    const UnitRange at{none, none + 1};
    alignment.findings.push_back({Kind::wording, swapped ? at : range, swapped ? range : at,
                                  "`not ... any` and `none` deny the same", false});
  }
}

// `An invalid argument was given`: what is spoken of is given anyway.
void explain_light_words(Alignment& alignment) {
  const auto close = [&](const UnitText& text, std::vector<bool>& open, const UnitText& other,
                         bool is_a) {
    for (std::size_t at = 0; at < open.size(); ++at) {
      const Unit& unit = text.units[at];
      const bool light = unit.key == "content:give" && unit.plain != unit.base &&
                         !unit.plain.ends_with('s') && !unit.plain.ends_with("ing");
      if (!open[at] || !light) continue;
      const bool shared = std::any_of(other.units.begin(), other.units.end(),
                                      [&](const Unit& theirs) { return theirs.key == unit.key; });
      if (shared) continue;
      open[at] = false;
      const UnitRange here{at, at + 1};
      alignment.findings.push_back({Kind::wording, is_a ? here : UnitRange{0, 0},
                                    is_a ? UnitRange{0, 0} : here,
                                    "only one text says that it is given", false});
    }
  };
  close(alignment.a, alignment.open_a, alignment.b, true);
  close(alignment.b, alignment.open_b, alignment.a, false);
}

// The units with weight that are matched or open; what is explained already is left out.
Places units_in_question(const UnitText& text, const std::vector<bool>& open,
                         std::vector<std::size_t> matched) {
  Places places = open_places(open);
  places.insert(places.end(), matched.begin(), matched.end());
  std::sort(places.begin(), places.end());
  std::erase_if(places, [&](std::size_t at) { return !text.units[at].has_weight(); });
  return places;
}

}  // namespace

void explain_moves(Alignment& alignment) {
  const auto are_many = [](const std::vector<bool>& open) {
    return static_cast<std::size_t>(std::count(open.begin(), open.end(), true)) > kMostMoved;
  };
  if (are_many(alignment.open_a) || are_many(alignment.open_b)) return;
  explain_spread_negation(alignment);
  explain_light_words(alignment);
  explain_adverbs(alignment);
  const Places open_a = open_places(alignment.open_a);
  const Places open_b = open_places(alignment.open_b);
  if (open_a.empty() || sorted_keys(alignment.a, open_a) != sorted_keys(alignment.b, open_b)) {
    return;
  }
  std::vector<std::size_t> matched_a;
  std::vector<std::size_t> matched_b;
  for (const Match& match : alignment.matches) {
    matched_a.push_back(match.a);
    matched_b.push_back(match.b);
  }
  const Arrangement found = compare_arrangement(
      alignment.a, units_in_question(alignment.a, alignment.open_a, std::move(matched_a)),
      alignment.b, units_in_question(alignment.b, alignment.open_b, std::move(matched_b)));
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
