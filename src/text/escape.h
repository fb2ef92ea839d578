#pragma once

#include <string>
#include <string_view>

namespace doccord {

// The text as it may stand in HTML, between tags and in quoted attributes alike. What a browser
// would obey without showing it is made visible: bidirectional overrides and isolates become
// "[U+202E]"; other control characters, and what Unicode calls no characters, the replacement
// character. `text` is valid UTF-8.
std::string escape_html(std::string_view text);

}  // namespace doccord
