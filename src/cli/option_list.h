#pragma once

#include <string>
#include <vector>

#include "cli/command.h"

namespace doccord {

// One option or argument of a command, as the command line itself has it. The manual page and the
// completions of shells are made from this, so that they cannot say other things than --help.
struct ListedOption {
  std::vector<std::string> names;    // "-q", "--quiet"; for an argument its name, "FILE".
  std::string value;                 // What stands behind it, "LEVEL"; empty: nothing does.
  std::string description;           // One line.
  std::vector<std::string> choices;  // Where only certain words may stand behind it.
  bool argument = false;
};

struct ListedCommand {
  const Command* command = nullptr;
  std::vector<ListedOption> options;
};

// Every command with all that it takes.
std::vector<ListedCommand> list_options();

}  // namespace doccord
