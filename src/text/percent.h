#pragma once

#include <string>
#include <string_view>

namespace doccord {

// The text as part of an address (RFC 3986): letters, digits and `-._~/:` stay, every other byte
// becomes `%XX`.
std::string percent_encoded(std::string_view text);

}  // namespace doccord
