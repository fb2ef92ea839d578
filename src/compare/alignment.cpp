#include "compare/alignment.h"

#include "text/numbering.h"
#include "text/sequence_diff.h"

namespace doccord {
namespace {

// Numbers for the keys of the units with weight, and where those stand.
std::vector<int> number_units(const UnitText& text, Numbering& numbering,
                              std::vector<std::size_t>& places) {
  std::vector<int> numbers;
  for (std::size_t i = 0; i < text.units.size(); ++i) {
    if (!text.units[i].has_weight()) continue;
    places.push_back(i);
    numbers.push_back(numbering.number_of(text.units[i].key));
  }
  return numbers;
}

std::vector<bool> with_weight(const UnitText& text) {
  std::vector<bool> open(text.units.size());
  for (std::size_t i = 0; i < open.size(); ++i) open[i] = text.units[i].has_weight();
  return open;
}

}  // namespace

Alignment align(const UnitText& a, const UnitText& b) {
  Alignment result{a, b, {}, with_weight(a), with_weight(b), {}, false, false};
  Numbering numbering(a.units.size() + b.units.size());
  std::vector<std::size_t> places_a;
  std::vector<std::size_t> places_b;
  const std::vector<int> numbers_a = number_units(a, numbering, places_a);
  const std::vector<int> numbers_b = number_units(b, numbering, places_b);
  std::size_t i = 0;
  std::size_t j = 0;
  const auto match_until = [&](std::size_t end) {
    while (i < end) {
      result.matches.push_back({places_a[i], places_b[j]});
      result.open_a[places_a[i++]] = false;
      result.open_b[places_b[j++]] = false;
    }
  };
  for (const Change& change : diff_sequences(numbers_a, numbers_b)) {
    match_until(change.a_begin);
    i = change.a_end;
    j = change.b_end;
  }
  match_until(places_a.size());
  return result;
}

double matched_share(const Alignment& alignment) {
  std::size_t total = 0;
  for (const Unit& unit : alignment.a.units) total += unit.has_weight();
  for (const Unit& unit : alignment.b.units) total += unit.has_weight();
  if (total == 0) return 1.0;
  return 2.0 * static_cast<double>(alignment.matches.size()) / static_cast<double>(total);
}

}  // namespace doccord
