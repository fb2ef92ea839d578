#include "cli/run.h"

#include <unistd.h>
#include <algorithm>
#include <exception>
#include <iostream>
#include <new>
#include <string_view>

#include "base/parallel.h"
#include "cli/cache_options.h"
#include "cli/command.h"
#include "cli/options.h"
#include "text/terminal.h"
#include "text/workflow.h"

namespace doccord {
namespace {

constexpr const Command* kCommands[] = {
#define COMMAND(name) &commands::name,
#include "cli/commands.def"
#undef COMMAND
};

// It names arguments as they were given, and scripts may pass on what strangers wrote.
void print_error(std::string_view text, std::ostream& err) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    err << not_a_command(terminal_safe(text.substr(0, end))) << "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

ExitCode run_command(const std::vector<std::string>& arguments, std::ostream& out,
                     std::ostream& err) {
  const ParsedOptions parsed = parse_options(arguments);
  if (!parsed.options) {
    out << parsed.help;
    print_error(parsed.error, err);
    return parsed.error.empty() ? ExitCode::ok : ExitCode::failed;
  }
  set_jobs(parsed.options->jobs);
  const CommandOptions& takes = parsed.options->command->options;
  if (takes.reading || takes.limits) apply_reading_options(parsed.options->reading, takes.reading);
  const CacheInUse cache(parsed.options->cache, err);
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
