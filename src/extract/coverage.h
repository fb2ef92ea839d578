#pragma once

#include <cstddef>
#include <vector>

#include "base/span.h"
#include "extract/entry.h"

namespace doccord {

// Counts every byte of the document once: in an entry, else in a heading, else in a suspect, else
// as other. `bytes` is their number on disk.
Coverage count_coverage(std::size_t bytes, const std::vector<Entry>& entries,
                        const std::vector<Span>& headings,
                        const std::vector<Suspect>& suspects);

}  // namespace doccord
