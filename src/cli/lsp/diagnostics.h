#pragma once

#include <map>
#include <string>

#include "cli/lsp/protocol.h"
#include "cli/lsp/workspace.h"

namespace doccord::lsp {

// Diagnostics by address of the file: one for each discrepancy that nobody accepted, where reports
// point, and one for each error that has a place. Every file of the configuration is among them,
// if with none, so that what was mended is cleared.
std::map<std::string, Json> diagnostics_by_file(const Workspace& workspace,
                                                const Snapshot& snapshot);

}  // namespace doccord::lsp
