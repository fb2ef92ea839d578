#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "compare/comparisons.h"

namespace doccord {

// Where the two sides of an edit stand in the two texts. For a side that is empty, the place is the
// word before the gap, or behind it at the text's start, and `gap` says so.
struct EditSpans {
  Span a;
  Span b;
  bool a_gap = false;
  bool b_gap = false;
};

// Finds the edits of a comparison, which come in text order, in the texts that were compared: of
// two equal phrases the one that differs. Parallel to `edits`.
std::vector<EditSpans> find_edits(std::string_view a, std::string_view b,
                                  const std::vector<Edit>& edits);

}  // namespace doccord
