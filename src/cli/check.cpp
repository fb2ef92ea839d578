// `doccord check`: the discrepancies, and whether there are any that count.

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "cli/analyze.h"
#include "cli/command.h"
#include "cli/output.h"
#include "cli/states.h"
#include "cli/write_file.h"
#include "report/reported.h"
#include "report/step_summary.h"
#include "report/text.h"
#include "rules/levels.h"
#include "text/terminal.h"
#include "text/workflow.h"

namespace doccord {
namespace {

// The documents, and what has changed since --base.
Gathered<DocumentState> read_all(const Options& options) {
  const GateOptions& gate = options.gate;
  const auto today = today_of(gate);
  if (!today) return tl::unexpected(std::vector<Error>{today.error()});
  auto state = read_state(inputs_of(options), *today, Unreadable::leave_out);
  if (!state) return state;
  if (gate.allow_stale) {
    std::erase_if(state->results.discrepancies,
                  [](const Discrepancy& each) { return each.code == "DC901"; });
  }
  if (gate.base.empty()) return state;
  const auto base =
      read_other_state(gate.base, options.files, state->results.sources.config_path, *today);
  if (!base) return tl::unexpected(base.error());
  compare_with_base(*state, gate.base, *base);
  return state;
}

// The summary that GitHub shows beside the log. Others append to the same file.
Result<void> append_step_summary(const Results& results) {
  const char* path = std::getenv("GITHUB_STEP_SUMMARY");
  if (path == nullptr || *path == '\0') return {};
  return append_file(path, step_summary(results));
}

Result<void> write_outputs(const Options& options, const Results& results, std::ostream& out) {
  for (const OutputRequest& output : options.gate.outputs) {
    TextOptions text = text_options(options, out);
    if (!output.file.empty()) {  // No terminal, whatever this one is.
      text.colour = options.colour == When::always;
      text.link_root.clear();
    }
    if (output.file.empty() && options.gate.quiet > 1) continue;
    const std::string bytes = find_report(output.format)->check(results, text);
    if (output.file.empty()) {
      out << bytes;
    } else if (auto written = write_file(output.file, bytes); !written) {
      return written;
    }
    if (output.format == "github") {
      if (auto written = append_step_summary(results); !written) return written;
    }
  }
  return {};
}

bool prints_for_people(const GateOptions& gate) {
  return std::any_of(gate.outputs.begin(), gate.outputs.end(), [](const OutputRequest& output) {
    return output.file.empty() &&
           (output.format == "text" || output.format == "concise" || output.format == "github");
  });
}

void print_summary(const Options& options, const Results& results, std::ostream& err) {
  if (options.gate.quiet > 0) return;
  if (options.gate.verbose > 0) {
    for (const SourceSummary& source : results.registry.sources) {
      const std::string line = fmt::format(
          "{}: {} in {}", source.id,
          source.entry_count == 1 ? "1 entry" : fmt::format("{} entries", source.entry_count),
          source.path);
      err << not_a_command(terminal_safe(line)) << "\n";
    }
  }
  if (prints_for_people(options.gate) || options.gate.verbose > 0) {
    err << check_summary(results) << "\n";
  }
}

// A decision that the change itself brings along is the change's author's: some want another's.
bool brings_acceptances(const Options& options, const Results& results, std::ostream& err) {
  if (!options.gate.no_new_acceptances || !results.changes) return false;
  const auto& added = results.changes->acceptances_added;
  for (const AcceptedDiscrepancy& line : added) {
    const std::string text = fmt::format(
        "doccord: error: acceptance {} is new since {}: {} at {}: {}", line.id,
        results.changes->base, line.rule, fmt::join(line.keys, ", "), line.decision.reason);
    err << not_a_command(terminal_safe(text)) << "\n";
  }
  return !added.empty();
}

ExitCode run_check(const Options& options, std::ostream& out, std::ostream& err) {
  if (options.gate.no_new_acceptances && options.gate.base.empty()) {
    return print_errors({{"", 0, 0, "--no-new-acceptances needs --base"}}, err);
  }
  const auto state = read_all(options);
  if (!state) return print_errors(state.error(), err);
  const Results& results = state->results;
  if (const auto written = write_outputs(options, results, out); !written) {
    return print_errors({written.error()}, err);
  }
  out.flush();
  print_summary(options, results, err);
  const bool brings = brings_acceptances(options, results, err);
  const LevelSetting fail_on =
      options.fail_on.value_or(results.sources.settings.fail_on.value_or(LevelSetting::warning));
  const bool fails = std::any_of(results.discrepancies.begin(), results.discrepancies.end(),
                                 [&](const Discrepancy& each) {
                                   return reaches(each.level, fail_on) && is_open(results, each);
                                 });
  if (told_left_out(results, out, err)) return ExitCode::failed;
  return fails || brings ? ExitCode::discrepancies : ExitCode::ok;
}

}  // namespace

const Command commands::check{
    .name = "check",
    .summary = "Say where the documents disagree; the gate for CI",
    .details =
        "Says where the documents disagree: entries that are missing, names that conflict, "
        "descriptions that say something else. The exit code is 1 when a discrepancy has the level "
        "of --fail-on or a higher one, unless it was accepted or, with --base, was there before.",
    .example = "doccord check api.md api.html",
    .options =
        {.files = true, .format = true, .from_extracts = true, .reading = true, .gate = true},
    .run = run_check};

}  // namespace doccord
