// `doccord check`: the discrepancies, and whether there are any that count.

#include <algorithm>

#include "cli/analyze.h"
#include "cli/command.h"
#include "cli/output.h"
#include "report/text.h"

namespace doccord {
namespace {

bool counts(const Discrepancy& discrepancy, const std::optional<Level>& fail_on) {
  return fail_on && discrepancy.level >= *fail_on && !discrepancy.accepted;
}

ExitCode run_check(const Options& options, std::ostream& out, std::ostream& err) {
  const auto results = analyze_documents(options.files);
  if (!results) return print_errors(results.error(), err);
  out << find_report(options.format)->check(*results, text_options(options, out));
  if (!options.quiet && options.format == "text") {
    out.flush();
    err << check_summary(*results) << "\n";
  }
  const bool fails = std::any_of(
      results->discrepancies.begin(), results->discrepancies.end(),
      [&](const Discrepancy& discrepancy) { return counts(discrepancy, options.fail_on); });
  return fails ? ExitCode::discrepancies : ExitCode::ok;
}

}  // namespace

const Command commands::check{
    .name = "check",
    .summary = "Say where the documents disagree; the gate for CI",
    .details =
        "Says where the documents disagree: entries that are missing, names that conflict, "
        "descriptions that say something else. The exit code is 1 when a discrepancy has the level "
        "of --fail-on or a higher one.",
    .example = "doccord check api.md api.html",
    .options = {.files = true, .format = true, .gate = true},
    .run = run_check};

}  // namespace doccord
