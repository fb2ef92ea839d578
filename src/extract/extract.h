#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "extract/document_texts.h"
#include "extract/entry.h"
#include "extract/proposal.h"
#include "parse/document.h"

namespace doccord {

// What the source says, entry by entry, found as its hints say. An error when nothing in it reads
// as entries, or when a hint fits nothing.
Result<EntrySet> extract(const Source& source, const Document& document);

// Finds what else in the document looks like the proposal's entries, and counts its bytes: all that
// the tree is needed for once there are proposals.
void settle(Proposal& proposal, const Source& source, const DocumentTexts& texts);

// What the best of these readings of the source says; that one must be settled.
Result<EntrySet> entries_of(const Source& source, Format format, std::vector<Proposal> proposals);

// Every reading of the document that was considered, best first.
Result<std::vector<Proposal>> propose_entries(const Source& source, const DocumentTexts& texts);

// The names of all shapes, as hints may give them.
std::vector<std::string> shape_names();

// The name as the program keeps it, also of a reading that a configuration defined; empty when
// there is none of that name.
std::string_view find_shape_name(std::string_view name);

}  // namespace doccord
