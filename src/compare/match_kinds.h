#pragma once

#include <optional>

#include "compare/alignment.h"

namespace doccord {

// How two matched units differ in writing, if they do: letter case, notation, form, synonym.
std::optional<Finding> explain_match(const Alignment& alignment, const Match& match);

}  // namespace doccord
