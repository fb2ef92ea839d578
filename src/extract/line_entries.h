#pragma once

#include <string_view>
#include <vector>

#include "extract/grid.h"
#include "extract/text_layout.h"

namespace doccord {

// Finds entries that open with a line that holds their key: "NAME (404)", "404 Not Found",
// "NAME: = 404", "NAME 404 text". What follows, up to the next such line or heading, is the entry's
// text. One grid for each look that such lines have; `shape` names the shape that asks.
std::vector<Grid> entries_opened_by_lines(const std::vector<TextLine>& lines,
                                          std::string_view shape);

}  // namespace doccord
