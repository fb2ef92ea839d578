// `doccord accept`: a person's decision that discrepancies may stand.

#include <fmt/format.h>

#include "cli/accept_in_file.h"
#include "cli/acceptances.h"
#include "cli/analyze.h"
#include "cli/command.h"
#include "cli/output.h"
#include "rules/rule.h"
#include "text/suggestion.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

Error usage(std::string message) { return {"", 0, 0, std::move(message)}; }

// What is wrong with how they were chosen, before any document is read.
std::optional<Error> wrong_choice(const AcceptOptions& options) {
  const bool narrowed = !options.rules.empty() || !options.sources.empty() || !options.keys.empty();
  if (is_blank(options.reason)) return usage("expected --reason to say why it may stand");
  if (options.all != options.ids.empty()) return usage("expected either ids or --all");
  if (narrowed && !options.all) return usage("--rule, --source and --key go with --all");
  for (const std::string& rule : options.rules) {
    if (find_rule(rule) != nullptr) continue;
    return usage(fmt::format("no rule `{}`{}", rule, suggestion(rule, rule_names())));
  }
  return std::nullopt;
}

ExitCode run_accept(const Options& options, std::ostream& out, std::ostream& err) {
  if (const auto wrong = wrong_choice(options.accept)) return print_errors({*wrong}, err);
  const auto today = today_of(options.gate);
  if (!today) return print_errors({today.error()}, err);
  std::vector<std::string> files;
  if (!options.accept.in.empty()) files.push_back(options.accept.in);
  auto results = analyze_documents({files}, Unreadable::refuse);
  if (!results) return print_errors(results.error(), err);
  const auto count = accept_in_file(options.accept, *today, std::move(*results), out);
  if (!count) return print_errors(count.error(), err);
  out.flush();
  err << (*count == 1 ? "1 discrepancy" : fmt::format("{} discrepancies", *count)) << " accepted\n";
  return ExitCode::ok;
}

}  // namespace

const Command commands::accept{
    .name = "accept",
    .summary = "Accept discrepancies, with a reason",
    .details =
        "Records that discrepancies may stand, and why, in doccord-accepted.jsonl beside the "
        "doccord.json. They are no longer reported until a text that they are about changes, their "
        "last day is past, or they are gone, which `doccord check` tells. Ids are those that "
        "`doccord check` prints, or their beginnings.",
    .example = "doccord accept 7f3c91d2 --reason \"erratum 1234, wait for 2.1\" --until 2027-01-31",
    .options = {.reading = true, .accept = true},
    .run = run_accept};

}  // namespace doccord
