#include "cli/run.h"

#include <unistd.h>
#include <exception>
#include <iostream>
#include <new>

#include "base/parallel.h"
#include "cli/command.h"
#include "cli/options.h"

namespace doccord {
namespace {

constexpr const Command* kCommands[] = {
#define COMMAND(name) &commands::name,
#include "cli/commands.def"
#undef COMMAND
};

ExitCode run_command(const std::vector<std::string>& arguments, std::ostream& out,
                     std::ostream& err) {
  const ParsedOptions parsed = parse_options(arguments);
  if (!parsed.options) {
    out << parsed.help;
    err << parsed.error;
    return parsed.error.empty() ? ExitCode::ok : ExitCode::failed;
  }
  set_jobs(parsed.options->jobs);
  return parsed.options->command->run(*parsed.options, out, err);
}

}  // namespace

std::span<const Command* const> all_commands() { return kCommands; }

ExitCode run(const std::vector<std::string>& arguments, std::ostream& out, std::ostream& err) {
  try {
    const ExitCode code = run_command(arguments, out, err);
    out.flush();
    if (out.good()) return code;
    err << "doccord: error: cannot write to the standard output\n";
    return ExitCode::failed;
  } catch (const std::bad_alloc&) {
    throw;  // The caller tells it, as it may have no memory for its arguments either.
  } catch (const std::exception& exception) {
    err << "doccord: fault: " << exception.what() << "\n"
        << "doccord: this is a fault of doccord itself; please report it with the documents\n";
    return ExitCode::fault;
  }
}

}  // namespace doccord
