#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "extract/entry.h"
#include "extract/proposal.h"
#include "parse/document.h"

namespace doccord {

// What the source says, entry by entry, found as its hints say. An error when nothing in it reads
// as entries, or when a hint fits nothing.
Result<EntrySet> extract(const Source& source, const Document& document);

// What the best of these readings of the source says.
Result<EntrySet> entries_of(const Source& source, const Document& document,
                            const std::vector<Proposal>& proposals);

// Every reading of the document that was considered, best first.
Result<std::vector<Proposal>> propose_entries(const Source& source, const Document& document);

// The names of all shapes, as hints may give them.
std::vector<std::string> shape_names();

}  // namespace doccord
