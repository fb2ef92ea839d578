#pragma once

#include <string>
#include <string_view>

namespace doccord {

// A path as part of an address, or as a relative one (RFC 3986): letters, digits and `-._~/` stay,
// every other byte becomes `%XX`. A `:` does, too: in a relative address it would end a scheme.
std::string percent_encoded(std::string_view text);

}  // namespace doccord
