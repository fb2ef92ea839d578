#pragma once

#include <optional>
#include <vector>

#include "extract/label.h"

namespace doccord {

// Whether the keys of these labels only count sections or list items: 1, 2, 3 or 2.1, 2.2, 2.3
// before words that are no constants. Keys that a field gives meaning to do not run on like that,
// or they stand beside constants, or beyond what sections are counted to. Rows without a label are
// passed over.
bool counts_sections(const std::vector<std::optional<Label>>& labels);

}  // namespace doccord
