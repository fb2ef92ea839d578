#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "cli/exit_code.h"

namespace doccord {

// Runs the command that the arguments name (the program's own name is not among them).
ExitCode run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err);

}  // namespace doccord
