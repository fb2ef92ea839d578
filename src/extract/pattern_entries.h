#pragma once

#include "base/result.h"
#include "extract/proposal.h"
#include "load/source.h"
#include "parse/document.h"

namespace doccord {

// The entries that `pattern` of the source's configuration finds in the text as it is written, of
// any format; line ends are LF for the pattern. An error points into the configuration.
Result<Proposal> pattern_entries(const Source& source, const Document& document);

}  // namespace doccord
