#pragma once

#include <string>
#include <string_view>

namespace doccord {

// How two texts relate that are given as the value of one field. `same`: one value, whatever its
// writing: 30 s and 30000 ms, 0x1F and 31, yes and true, a list in another order. `unclear`: the
// texts do not decide, as when one is prose, says more, or leaves out the unit.
enum class ValueRelation { same, unclear, different };

// `label` tells the unit of a bare number, "Timeout (ms)", and that figures are a version, "Since".
ValueRelation relate_values(std::string_view a, std::string_view b, std::string_view label);

// Whether the text gives no value at all: empty, a dash, "n/a", "unknown".
bool gives_no_value(std::string_view text);

// The label that stands for all synonyms of this one; without letter case, colon and unit.
std::string plain_label(std::string_view label);

}  // namespace doccord
