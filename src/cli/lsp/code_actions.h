#pragma once

#include <vector>

#include "cli/lsp/protocol.h"
#include "cli/lsp/workspace.h"

namespace doccord::lsp {

// CodeActions for the part of a file between two places, `from` and `to`, which are parallel: to
// take the wording of other sources for the entry there, and to accept each discrepancy that points
// there. `context` is the request's.
Json code_actions(const Snapshot& snapshot, const std::vector<SourcePlace>& from,
                  const std::vector<SourcePlace>& to, const Json& context);

}  // namespace doccord::lsp
