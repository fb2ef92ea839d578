#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "load/source.h"
#include "mend/stretch.h"

namespace doccord {

// Plain text as the document is to have it in place of some bytes of `where`: with the escapes that
// its format needs there, and those that it has the habit of. Nothing when the place cannot hold
// the text, as a comment cannot hold its own end.
std::optional<std::string> written_text(std::string_view text, std::string_view document,
                                        Format format, const Stretch& where);

}  // namespace doccord
