#pragma once

#include <ostream>
#include <vector>

#include "base/result.h"
#include "cli/exit_code.h"
#include "cli/options.h"
#include "report/report.h"

namespace doccord {

// Prints each error on a line of its own, made harmless for terminals.
ExitCode print_errors(const std::vector<Error>& errors, std::ostream& err);

// Prints why documents are not among the results, behind what was printed; tells whether any are
// not.
bool told_left_out(const Results& results, std::ostream& out, std::ostream& err);

// How a report for people is to look on `out`: colour by --color, NO_COLOR, CLICOLOR_FORCE and
// whether `out` is a terminal; as wide as the terminal.
TextOptions text_options(const Options& options, const std::ostream& out);

// The nearest directory upward that is a git repository's; without one, the directory itself, which
// is absolute.
std::string repository_root(const std::string& directory);

}  // namespace doccord
