#pragma once

#include <string>
#include <string_view>

namespace doccord {

// Text of documents, configurations and file names as it may stand in XML and HTML, between tags
// and in attributes: valid UTF-8 of characters that both allow, without controls, and with nothing
// that a reader would obey or not see.
std::string markup_text(std::string_view text);

}  // namespace doccord
