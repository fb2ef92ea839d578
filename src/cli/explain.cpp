// `doccord explain`: the documentation of a rule.

#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/output.h"
#include "report/text.h"
#include "rules/rule.h"
#include "text/suggestion.h"

namespace doccord {
namespace {

ExitCode run_explain(const Options& options, std::ostream& out, std::ostream& err) {
  if (options.rule.empty()) {
    for (const Rule* rule : all_rules()) {
      out << fmt::format("{}  {:<24} {:<8} {}\n", rule->code, rule->name, to_string(rule->level),
                         rule->summary);
    }
    return ExitCode::ok;
  }
  const Rule* rule = find_rule(options.rule);
  if (rule == nullptr) {
    std::vector<std::string_view> known;
    for (const Rule* each : all_rules()) known.insert(known.end(), {each->code, each->name});
    const std::string hint = suggestion(options.rule, known);
    const std::string where = hint.empty() ? "; `doccord explain` lists them" : hint;
    return print_errors({{"", 0, 0, fmt::format("no rule `{}`{}", options.rule, where)}}, err);
  }
  out << explain_text(*rule);
  return ExitCode::ok;
}

}  // namespace

const Command commands::explain{
    .name = "explain",
    .summary = "Explain a rule",
    .details =
        "Explains a rule: what it looks for, why that matters, an example, how to mend what it "
        "finds and when to accept it. Without RULE, lists all rules.",
    .example = "doccord explain DC101",
    .options = {.rule = true},
    .run = run_explain};

}  // namespace doccord
