#pragma once

#include "base/span.h"
#include "cli/lsp/protocol.h"
#include "cli/lsp/workspace.h"

namespace doccord::lsp {

// The protocol's Position, Range and Location, and back.

Json position_json(EditorPosition position);
EditorPosition position_from(const Json& json);

// A span of a source; what reaches beyond the file that it begins in ends with the file.
Json range_json(const Snapshot& snapshot, std::size_t source, Span span);
Json location_json(const Snapshot& snapshot, std::size_t source, Span span);

}  // namespace doccord::lsp
