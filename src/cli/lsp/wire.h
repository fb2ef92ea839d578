#pragma once

#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "base/result.h"

namespace doccord::lsp {

// Messages on a stream: each is a header with the number of its bytes, an empty line, and JSON.

// The next message's JSON, as it came; nothing at the end of the stream. An error means that it
// cannot be told where the next message begins.
Result<std::optional<std::string>> read_message(std::istream& in);

void write_message(std::ostream& out, std::string_view json);

}  // namespace doccord::lsp
