#include "compare/quantities.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <unordered_map>
#include <utility>

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

const std::unordered_map<std::string_view, UnitOf>& units() {
  static const std::unordered_map<std::string_view, UnitOf> all = {
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

// A bare number beside one with a unit: it may be meant in any unit of the dimension.
ValueRelation relate_bare(const Quantity& bare, const Quantity& full) {
  if (bare.figures == full.figures) return ValueRelation::same;
  const UnitOf& unit = units().at(full.unit);
  for (const auto& [sign, other] : units()) {
    if (other.dimension != unit.dimension) continue;
    if (nearly(amount(bare, other.factor), amount(full, unit.factor)) ||
        nearly(amount(bare, other.other_factor), amount(full, unit.factor))) {
      return ValueRelation::unclear;
    }
  }
  return ValueRelation::different;
}

}  // namespace

std::optional<Quantity> read_quantity(std::string_view text) {
  std::string folded = fold_case(collapse(text));
  for (const std::string_view opening : {"about ", "approx. ", "="}) {
    if (folded.starts_with(opening)) folded.erase(0, opening.size());
  }
  const std::size_t size = number_size(folded);
  if (size == 0) return std::nullopt;
  Quantity out{plain_number(folded.substr(0, size)), collapse(folded.substr(size))};
  if (out.unit.starts_with('-')) out.unit.erase(0, 1);
  if (out.unit.empty() || units().contains(out.unit)) return out;
  return std::nullopt;
}

ValueRelation relate_quantities(const Quantity& a, const Quantity& b) {
  if (a.unit == b.unit) {
    return a.figures == b.figures ? ValueRelation::same : ValueRelation::different;
  }
  if (a.unit.empty()) return relate_bare(a, b);
  if (b.unit.empty()) return relate_bare(b, a);
  const UnitOf& unit_a = units().at(a.unit);
  const UnitOf& unit_b = units().at(b.unit);
  if (unit_a.dimension != unit_b.dimension) return ValueRelation::different;
  for (const double factor_a : {unit_a.factor, unit_a.other_factor}) {
    for (const double factor_b : {unit_b.factor, unit_b.other_factor}) {
      if (nearly(amount(a, factor_a), amount(b, factor_b))) return ValueRelation::same;
    }
  }
  return ValueRelation::different;
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
