// `doccord version`.

#include "cli/command.h"
#include "cli/options.h"

namespace doccord {
namespace {

ExitCode run_version(const Options&, std::ostream& out, std::ostream&) {
  out << "doccord " << DOCCORD_VERSION << "\n";
  return ExitCode::ok;
}

}  // namespace

const Command commands::version{.name = "version",
                                .summary = "Print the version",
                                .details = "Prints the version of the program.",
                                .example = "doccord version",
                                .options = {},
                                .run = run_version};

}  // namespace doccord
