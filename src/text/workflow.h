#pragma once

#include <string>

namespace doccord {

// The line as GitHub's runner may see it: one that begins like a workflow command (`::error`,
// `##[group]`) would be obeyed, wherever it came from, so its first character is written as an
// escape.
std::string not_a_command(std::string line);

// A path as it may stand anywhere in a line of ours: `::`, which ends a command's name, is broken.
std::string path_in_line(std::string path);

}  // namespace doccord
