#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compare/values.h"

namespace doccord {

// A number with a unit of compare/lexicon/value_units.def, or without one.
struct Quantity {
  std::string figures;  // Without what does not change the value; exact, of any size.
  std::string unit;     // Lower case; empty when there is none.
};

std::optional<Quantity> read_quantity(std::string_view text);

// A number of things that are measured in no unit: "three connections", "50 tuples"; or a bare one.
struct Count {
  std::string figures;
  std::string things;  // Lower case; empty when the text does not say.
};

std::optional<Count> read_count(std::string_view text);

ValueRelation relate_quantities(const Quantity& a, const Quantity& b);

// Two quantities, of which the second gives its unit to the first: 1 to 10 s.
struct Range {
  Quantity low;
  Quantity high;
};

std::optional<Range> read_range(std::string_view text);

ValueRelation relate_ranges(const Range& a, const Range& b);

// The unit that a label gives in parentheses or brackets, "Timeout (ms)"; empty when none.
std::string unit_of(std::string_view label);

}  // namespace doccord
