#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace doccord {

// The fingerprint that GitHub's code scanning makes for each line of a file when a tool gives none
// (`primaryLocationLineHash`): a rolling hash of the 100 UTF-16 units from the line's start, blanks
// and tabs left out, with the number of times that it has come up. A tool that gives another one
// gets a warning for each result, so ours is the same. `text` is valid UTF-8.
std::vector<std::string> line_hashes(std::string_view text);

}  // namespace doccord
