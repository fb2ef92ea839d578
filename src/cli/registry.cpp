// `doccord registry`: the merged registry.

#include "cli/analyze.h"
#include "cli/command.h"
#include "cli/output.h"

namespace doccord {
namespace {

ExitCode run_registry(const Options& options, std::ostream& out, std::ostream& err) {
  const auto results = analyze_documents(inputs_of(options), Unreadable::leave_out);
  if (!results) return print_errors(results.error(), err);
  out << find_report(options.format)->registry(*results, text_options(options, out));
  return told_left_out(*results, out, err) ? ExitCode::failed : ExitCode::ok;
}

}  // namespace

const Command commands::registry{
    .name = "registry",
    .summary = "Print the merged registry",
    .details =
        "Prints the merged registry: for each key the documents that have it and those that lack "
        "it, "
        "the names, the distinct readings of its description and how they differ.",
    .example = "doccord registry --format json docs/ > registry.json",
    .options = {.files = true, .format = true, .from_extracts = true, .reading = true},
    .run = run_registry};

}  // namespace doccord
