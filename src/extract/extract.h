#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "extract/entry.h"
#include "extract/proposal.h"
#include "parse/document.h"

namespace doccord {

// What the source says, entry by entry. An error when nothing in it reads as entries.
Result<EntrySet> extract(const Source& source, const Document& document);

// Every reading of the document that was considered, best first.
std::vector<Proposal> propose_entries(const Document& document);

}  // namespace doccord
