#pragma once

#include <string>
#include <string_view>

namespace doccord {

// The line as GitHub's runner may see it. It obeys a line that begins with `::`, blanks of any kind
// aside, and one that has `##[` anywhere (ActionCommand.cs, TryParseV2 and TryParse), wherever that
// came from; so a character of either is written as an escape.
std::string not_a_command(std::string line);

// The same for each line of a text for people.
std::string without_commands(std::string_view text);

// A path as it may stand anywhere in a line of ours: `::`, which ends a command's name, is broken.
std::string path_in_line(std::string path);

}  // namespace doccord
