#include "compare/meaning.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "compare/quoting.h"

namespace doccord {
namespace {

using Units = std::vector<const Unit*>;

constexpr std::size_t kLongestReplacement = 3;  // Longer ones are clauses of their own.

std::string join_written(const Units& units) {
  std::string joined;
  const Unit* last = nullptr;
  for (const Unit* unit : units) {
    // The two units of `cannot` and of `invalid` are one word of the text.
    const bool same_word = last != nullptr && last->token_begin == unit->token_begin;
    last = unit;
    if (same_word) continue;
    if (!joined.empty()) joined += ' ';
    joined += unit->written;
  }
  return joined;
}

template <class Is>
Units select(const Units& units, Is is) {
  Units found;
  std::copy_if(units.begin(), units.end(), std::back_inserter(found),
               [&](const Unit* unit) { return is(*unit); });
  return found;
}

// "the `negation` ..." when only one text has such a word, both named otherwise.
std::string describe(std::string_view what, const Units& a, const Units& b) {
  if (a.empty() || b.empty()) {
    return "only one text has the " + std::string(what) + " " +
           quote(join_written(a.empty() ? b : a));
  }
  return std::string(what) + " differs: " + quote_both(join_written(a), join_written(b));
}

std::string_view name_of(WordClass word_class) {
  switch (word_class) {
    case WordClass::modality:
      return "modality or willingness";
    case WordClass::time:
      return "time";
    default:
      return to_string(word_class);
  }
}

template <class Is>
bool try_describe(std::string& reason, std::string_view what, const Units& a, const Units& b,
                  Is is) {
  const Units some_a = select(a, is);
  const Units some_b = select(b, is);
  if (some_a.empty() && some_b.empty()) return false;
  reason = describe(what, some_a, some_b);
  return true;
}

bool try_pairs(std::string& reason, const Units& a, const Units& b) {
  for (const Unit* x : a) {
    for (const Unit* y : b) {
      if (are_opposites(x->base, y->base)) {
        reason = quote_both(x->written, y->written) + " exclude each other";
        return true;
      }
      if (is_agent(x->base) && is_agent(y->base)) {
        reason = "who does what differs: " + quote_both(x->written, y->written);
        return true;
      }
    }
  }
  return false;
}

// The reason for open units of one place, and whether they may be a mere replacement.
std::pair<std::string, bool> judge(const Units& a, const Units& b) {
  static constexpr std::array<WordClass, 5> kOrder = {WordClass::negation, WordClass::modality,
                                                      WordClass::condition, WordClass::time,
                                                      WordClass::quantity};
  std::string reason;
  for (const WordClass wanted : kOrder) {
    if (try_describe(reason, name_of(wanted), a, b,
                     [&](const Unit& unit) { return unit.word_class == wanted; })) {
      return {reason, false};
    }
  }
  const auto has_kind = [&](UnitKind kind) {
    return [kind](const Unit& unit) { return unit.kind == kind; };
  };
  if (try_describe(reason, "number", a, b, has_kind(UnitKind::number)) ||
      try_describe(reason, "name", a, b, has_kind(UnitKind::name)) ||
      try_describe(reason, "symbol", a, b, has_kind(UnitKind::symbol)) || try_pairs(reason, a, b)) {
    return {reason, false};
  }
  if (a.empty() || b.empty()) {
    return {"only one text says " + quote(join_written(a.empty() ? b : a)), false};
  }
  const bool is_short = a.size() <= kLongestReplacement && b.size() <= kLongestReplacement;
  return {quote_both(join_written(a), join_written(b)) + " are other words", is_short};
}

void conclude_place(Alignment& alignment, UnitRange a, UnitRange b) {
  const auto collect = [](const UnitText& text, const std::vector<bool>& open, UnitRange& range) {
    Units units;
    UnitRange held{range.begin, range.begin};
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (!open[i]) continue;
      if (units.empty()) held.begin = i;
      held.end = i + 1;
      units.push_back(&text.units[i]);
    }
    range = held;
    return units;
  };
  const Units units_a = collect(alignment.a, alignment.open_a, a);
  const Units units_b = collect(alignment.b, alignment.open_b, b);
  if (units_a.empty() && units_b.empty()) return;
  auto [reason, is_replacement] = judge(units_a, units_b);
  alignment.findings.push_back({Kind::meaning, a, b, std::move(reason), is_replacement});
}

}  // namespace

void conclude_open(Alignment& alignment) {
  UnitRange a;
  UnitRange b;
  for (const Match& match : alignment.matches) {
    conclude_place(alignment, {a.begin, match.a}, {b.begin, match.b});
    a.begin = match.a + 1;
    b.begin = match.b + 1;
  }
  conclude_place(alignment, {a.begin, alignment.a.units.size()},
                 {b.begin, alignment.b.units.size()});
}

}  // namespace doccord
