#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "extract/entry.h"

namespace doccord {

// Counts every byte of the document once: in an entry, else in a heading, else in a suspect, else
// as other. `byte_order_mark` bytes come on top, as other.
Coverage count_coverage(std::string_view text, std::size_t byte_order_mark,
                        const std::vector<Entry>& entries, const std::vector<Span>& headings,
                        const std::vector<Suspect>& suspects);

}  // namespace doccord
