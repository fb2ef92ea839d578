#include "compare/quantities.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <unordered_map>
#include <utility>

#include "compare/duration.h"
#include "compare/lexicon.h"
#include "compare/plain_number.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr double kSlack = 1e-9;  // Share of a value that arithmetic may lose.

struct UnitOf {
  std::string_view dimension;
  double factor = 1.0;
  double other_factor = 1.0;  // KB may be 1000 or 1024 bytes.
};

// A sign may be that of several units: m is a minute, a metre and a million bytes.
using Units = std::unordered_multimap<std::string_view, UnitOf>;

const Units& units() {
  static const Units all = {
#define VALUE_UNIT(sign, dimension, factor) {sign, {#dimension, factor, factor}},
#define LOOSE_UNIT(sign, dimension, factor, other) {sign, {#dimension, factor, other}},
#include "compare/lexicon/value_units.def"
#undef VALUE_UNIT
#undef LOOSE_UNIT
  };
  return all;
}

bool nearly(double a, double b) {
  return std::abs(a - b) <= kSlack * std::max(std::abs(a), std::abs(b));
}

double amount(const Quantity& quantity, double factor) {
  return std::strtod(quantity.figures.c_str(), nullptr) * factor;
}

// Whether the two quantities may say the same, in some reading of their signs that has one
// dimension; nothing when there is no such reading.
std::optional<bool> may_agree(const Quantity& a, const Quantity& b) {
  std::optional<bool> agree;
  const auto [begin_a, end_a] = units().equal_range(a.unit);
  const auto [begin_b, end_b] = units().equal_range(b.unit);
  for (auto x = begin_a; x != end_a; ++x) {
    for (auto y = begin_b; y != end_b; ++y) {
      if (x->second.dimension != y->second.dimension) continue;
      for (const double factor_a : {x->second.factor, x->second.other_factor}) {
        for (const double factor_b : {y->second.factor, y->second.other_factor}) {
          agree = agree.value_or(false) || nearly(amount(a, factor_a), amount(b, factor_b));
        }
      }
    }
  }
  return agree;
}

// A bare number beside one with a unit: it may be meant in any unit of the dimension.
ValueRelation relate_bare(const Quantity& bare, const Quantity& full) {
  if (bare.figures == full.figures) return ValueRelation::same;
  for (const auto& [sign, unit] : units()) {
    const Quantity meant{bare.figures, std::string(sign)};
    if (may_agree(meant, full).value_or(false)) return ValueRelation::unclear;
  }
  return ValueRelation::different;
}

// The number that one word is, "three"; empty when it is none.
std::string_view number_of(std::string_view word) {
  const auto number = find_number(word);
  return number ? *number : std::string_view();
}

// Lower case, with a number that is written as a word in figures.
std::string with_figures(std::string_view text) {
  std::string folded = fold_case(collapse(text));
  for (const std::string_view opening : {"about ", "approx. ", "="}) {
    if (folded.starts_with(opening)) folded.erase(0, opening.size());
  }
  if (const auto number = number_of(folded.substr(0, folded.find(' '))); !number.empty()) {
    folded.replace(0, std::min(folded.find(' '), folded.size()), number);
  }
  return folded;
}

bool is_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_letter(static_cast<unsigned char>(c));
  });
}

}  // namespace

std::optional<Count> read_count(std::string_view text) {
  const std::string folded = with_figures(text);
  const std::size_t size = number_size(folded);
  if (size == 0) return std::nullopt;
  std::string things = collapse(folded.substr(size));
  const bool parted = things.empty() || folded[size] == ' ';
  if (!parted || units().contains(things) || !(things.empty() || is_word(things)))
    return std::nullopt;
  return Count{plain_number(folded.substr(0, size)), std::move(things)};
}

std::optional<Quantity> read_quantity(std::string_view text) {
  const std::string folded = with_figures(text);
  const std::size_t size = number_size(folded);
  if (size > 0) {
    Quantity out{plain_number(folded.substr(0, size)), collapse(folded.substr(size))};
    if (out.unit.starts_with('-')) out.unit.erase(0, 1);
    if (out.unit.empty() || units().contains(out.unit)) return out;
  }
  if (const auto seconds = read_duration(folded)) return Quantity{fmt::format("{}", *seconds), "s"};
  return std::nullopt;
}

ValueRelation relate_quantities(const Quantity& a, const Quantity& b) {
  if (a.unit == b.unit) {
    return a.figures == b.figures ? ValueRelation::same : ValueRelation::different;
  }
  if (a.unit.empty()) return relate_bare(a, b);
  if (b.unit.empty()) return relate_bare(b, a);
  return may_agree(a, b).value_or(false) ? ValueRelation::same : ValueRelation::different;
}

std::optional<Range> read_range(std::string_view text) {
  std::string folded = fold_case(collapse(text));
  for (const std::string_view opening : {"between ", "from "}) {
    if (folded.starts_with(opening)) folded.erase(0, opening.size());
  }
  static constexpr std::array<std::string_view, 9> kMarks = {
      "...", "..", " to ", " and ", " - ", " \u2013 ", "\u2013", "\u2026", "-"};
  for (const std::string_view mark : kMarks) {
    const std::size_t at = folded.find(mark, 1);
    if (at == std::string::npos) continue;
    auto low = read_quantity(std::string_view(folded).substr(0, at));
    auto high = read_quantity(std::string_view(folded).substr(at + mark.size()));
    if (!low || !high) continue;
    if (low->unit.empty()) low->unit = high->unit;
    return Range{std::move(*low), std::move(*high)};
  }
  return std::nullopt;
}

ValueRelation relate_ranges(const Range& a, const Range& b) {
  const bool same = relate_quantities(a.low, b.low) == ValueRelation::same &&
                    relate_quantities(a.high, b.high) == ValueRelation::same;
  return same ? ValueRelation::same : ValueRelation::different;
}

std::string unit_of(std::string_view label) {
  const std::size_t open = label.find_last_of("([");
  const std::size_t close = label.find_first_of(")]", open == std::string_view::npos ? 0 : open);
  if (open == std::string_view::npos || close == std::string_view::npos) return "";
  const std::string unit = fold_case(collapse(label.substr(open + 1, close - open - 1)));
  return units().contains(unit) ? unit : "";
}

}  // namespace doccord
