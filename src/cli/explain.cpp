// `doccord explain`: the documentation of a rule.

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/output.h"
#include "report/text.h"
#include "rules/rule.h"
#include "text/suggestion.h"

namespace doccord {
namespace {

using Rules = std::vector<const Rule*>;

void print_list(std::ostream& out) {
  for (const Rule* rule : all_rules()) {
    out << fmt::format("{}  {:<24} {:<8} {}\n", rule->code, rule->name, to_string(rule->level),
                       rule->summary);
  }
}

void print_json(const Rules& rules, std::ostream& out) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Rule* rule : rules) {
    list.push_back({{"code", rule->code},
                    {"name", rule->name},
                    {"level", to_string(rule->level)},
                    {"summary", rule->summary},
                    {"what", rule->what},
                    {"why", rule->why},
                    {"example", rule->example},
                    {"mend", rule->mend},
                    {"accept", rule->accept}});
  }
  out << nlohmann::ordered_json{{"version", 1}, {"rules", std::move(list)}}.dump(2) << "\n";
}

ExitCode print_rules(const Options& options, const Rules& rules, std::ostream& out) {
  if (options.format == "json") {
    print_json(rules, out);
    return ExitCode::ok;
  }
  for (const Rule* rule : rules) {
    out << (rule == rules.front() ? "" : "\n") << explain_text(*rule);
  }
  return ExitCode::ok;
}

ExitCode run_explain(const Options& options, std::ostream& out, std::ostream& err) {
  if (options.rule.empty()) {
    const Rules all(all_rules().begin(), all_rules().end());
    if (options.all || options.format != "text") return print_rules(options, all, out);
    print_list(out);
    return ExitCode::ok;
  }
  const Rule* rule = find_rule(options.rule);
  if (rule == nullptr) {
    const std::string hint = suggestion(options.rule, rule_names());
    const std::string where = hint.empty() ? "; `doccord explain` lists them" : hint;
    return print_errors({{"", 0, 0, fmt::format("no rule `{}`{}", options.rule, where)}}, err);
  }
  return print_rules(options, {rule}, out);
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
