#pragma once

#include <cstddef>
#include <vector>

#include "compare/units.h"

namespace doccord {

// How the same units stand in two texts. `other`: in an order that may say something else.
enum class Arrangement { other, same_voice, other_voice };

// Whether the units, ascending and of the same keys in both texts, are arranged in ways that are a
// matter of wording: members of a list, whole clauses, a phrase that opens or closes the sentence,
// `the format of the entity` for `the entity format`, active for passive.
Arrangement compare_arrangement(const UnitText& a, const std::vector<std::size_t>& units_a,
                                const UnitText& b, const std::vector<std::size_t>& units_b);

}  // namespace doccord
