#pragma once

#include "base/result.h"
#include "extract/proposal.h"
#include "load/source.h"
#include "parse/document.h"

namespace doccord {

// The entries that `select` of the source's configuration finds in the tree. An error points into
// the configuration: an expression is wrong, or finds nothing.
Result<Proposal> selected_entries(const Source& source, const Document& document);

}  // namespace doccord
