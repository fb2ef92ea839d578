#pragma once

#include <string>

namespace doccord {

// The line as GitHub's runner may see it: one that begins like a workflow command (`::error`,
// `##[group]`) would be obeyed, wherever it came from, so its first character is written as an
// escape.
std::string not_a_command(std::string line);

}  // namespace doccord
