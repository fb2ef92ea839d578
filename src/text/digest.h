#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace doccord {

// Fingerprints of lists of texts. SHA-256 rather than a fast hash: whoever writes documents must
// not be able to make two that pass for one another.

// Appends a part with its length, so that no two lists of parts give the same bytes.
void add_part(std::string& bytes, std::string_view part);
void add_parts(std::string& bytes, const std::vector<std::string>& parts);

// The SHA-256 of the bytes in 64 hexadecimal digits, as `sha256sum` prints it.
std::string digest(std::string_view bytes);
// The first 16 of them.
std::string short_digest(std::string_view bytes);

}  // namespace doccord
