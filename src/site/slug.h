#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace doccord {

// A small stable hash of a text, as 8 hexadecimal digits. Not for security.
std::string short_hash(std::string_view text);

// A file name and URL part for each text, parallel to `texts`, which are distinct. Made of
// A-Z a-z 0-9 . _ - only, never empty, `.`, `..` or a name that a file system reserves, and
// distinct in any letter case. A text that is such a name already is its own slug; otherwise a hash
// of the text is added. The slug depends on the text, not on its place.
std::vector<std::string> make_slugs(const std::vector<std::string>& texts);

}  // namespace doccord
