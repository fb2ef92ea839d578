// `doccord diff`: what a change to the documents does.

#include "cli/command.h"
#include "cli/output.h"
#include "cli/states.h"
#include "report/text.h"

namespace doccord {
namespace {

// The documents at hand, or, when HEAD says so, those of another directory or revision.
Gathered<DocumentState> read_head(const std::string& head, const std::string& today) {
  if (head.empty()) return read_state({}, today, Unreadable::refuse);
  const auto config = find_configuration("");
  return read_other_state(head, {}, config.value_or(""), today);
}

ExitCode run_diff(const Options& options, std::ostream& out, std::ostream& err) {
  const auto today = today_of(options.gate);
  if (!today) return print_errors({today.error()}, err);
  auto head = read_head(options.gate.head, *today);
  if (!head) return print_errors(head.error(), err);
  const auto config = find_configuration("");
  const auto base = read_other_state(options.gate.base, {}, config.value_or(""), *today);
  if (!base) return print_errors(base.error(), err);
  compare_with_base(*head, options.gate.base, *base);
  out << find_report(options.format)->diff(head->results, text_options(options, out));
  if (options.format == "text") {
    out.flush();
    err << check_summary(head->results) << "\n";
  }
  return ExitCode::ok;
}

}  // namespace

const Command commands::diff{
    .name = "diff",
    .summary = "Say what a change to the documents adds, mends and alters",
    .details =
        "Compares two states of the documents, each a directory or a git revision: the entries "
        "that were added, removed or reworded, the discrepancies that are new, mended or altered, "
        "and the acceptances that were added or removed. Without HEAD, the documents as they are "
        "now. The exit code is 0 when it could be told; `doccord check --base` is the gate.",
    .example = "doccord diff main",
    .options = {.format = true, .reading = true, .base = true},
    .run = run_diff};

}  // namespace doccord
