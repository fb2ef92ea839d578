#include "cli/gate_options.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>

#include "accept/acceptance_file.h"
#include "report/report.h"
#include "text/date.h"
#include "text/suggestion.h"

namespace doccord {
namespace {

CLI::Validator a_day() {
  return CLI::Validator(
      [](std::string& text) {
        return is_date(text) ? std::string() : "expected a day, as in 2025-03-01, not " + text;
      },
      "");
}

CLI::Validator one_of(std::vector<std::string> names) {
  CLI::Validator validator = CLI::IsMember(std::move(names));
  return validator.description("");
}

std::vector<std::string_view> check_formats() {
  std::vector<std::string_view> names;
  for (const Report* report : all_reports()) {
    if (report->check != nullptr) names.push_back(report->name);
  }
  return names;
}

// The formats for the help, broken into lines.
std::string listed_formats() {
  constexpr std::size_t kOnLine = 6;
  std::string text;
  const auto names = check_formats();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i % kOnLine == 0 ? ",\n" : ", ";
    text += names[i];
  }
  return text;
}

void add_in(CLI::App& app, AcceptOptions& options) {
  app.add_option("--in", options.in,
                 "The doccord.json, or its directory; without it the\nnearest from here upward")
      ->type_name("PATH");
}

void add_decision(CLI::App& app, AcceptOptions& options) {
  app.add_option("--reason", options.reason, "Why it may stand; required")
      ->required()
      ->type_name("TEXT");
  app.add_option("--until", options.until, "The last day that this holds")
      ->check(a_day())
      ->type_name("DATE");
  app.add_option("--ref", options.ref, "Where it is followed up: an address, a ticket")
      ->type_name("TEXT");
  app.add_option("--verdict", options.verdict,
                 "Which side is wrong: left-wrong, right-wrong, both,\nintentional or unclear")
      ->check(one_of(verdict_names()))
      ->type_name("VERDICT");
}

void add_by(CLI::App& app, AcceptOptions& options) {
  app.add_option("--by", options.by, "Who decides; without it DOCCORD_BY, or git's\nuser.email")
      ->type_name("WHO");
}

}  // namespace

void add_today(CLI::App& app, GateOptions& options) {
  app.add_option("--today", options.today,
                 "Take this for the day it is, for acceptances\nthat have a last day")
      ->check(a_day())
      ->type_name("DATE");
}

void add_gate_options(CLI::App& app, GateOptions& options) {
  app.add_option("--format", options.formats,
                 "How to print, and with =FILE into a file; may be\ngiven several times:\n" +
                     listed_formats())
      ->type_name("FORMAT[=FILE]")
      ->allow_extra_args(false);
  add_base_option(app, options,
                  "Only what is new since BASE counts: a directory or a\ngit revision");
  app.add_flag("--no-new-acceptances", options.no_new_acceptances,
               "With --base: an acceptance that is not in BASE fails");
  app.add_flag("--allow-stale", options.allow_stale,
               "Acceptances whose discrepancy is gone do not count");
  app.add_flag("--show-accepted", options.show_accepted, "Show what was accepted, too");
  app.add_option("--max-findings", options.most_findings,
                 "The most discrepancies to print; 200 in text, all in\nother formats; 0: all")
      ->type_name("N");
  add_today(app, options);
  app.add_option("--width", options.width,
                 "How wide to print; otherwise as wide as the\nterminal, or COLUMNS, or 100")
      ->type_name("N");
  app.add_flag("--plain", options.plain, "No colour, links or marks below lines");
  app.add_option("--hyperlinks", options.hyperlinks,
                 "Links to the documents: auto (on a terminal), always\nor never")
      ->check(one_of({"auto", "always", "never"}))
      ->capture_default_str()
      ->type_name("WHEN");
  app.add_flag("-q,--quiet", options.quiet, "No closing summary; twice: the exit code only");
  app.add_flag("-v,--verbose", options.verbose, "Counts of each document in the summary");
}

void add_base_option(CLI::App& app, GateOptions& options, const std::string& help) {
  app.add_option("--base", options.base, help)->type_name("BASE");
}

void add_base_argument(CLI::App& app, GateOptions& options) {
  app.add_option("BASE", options.base, "What to compare with: a directory or a git revision")
      ->required()
      ->type_name("");
  app.add_option("HEAD", options.head,
                 "What to compare: the same; without it the documents\nas they are now")
      ->type_name("");
  add_today(app, options);
}

void add_accept_options(CLI::App& app, AcceptOptions& options, GateOptions& gate) {
  app.add_option("ID", options.ids, "Discrepancies, by id or the beginning of one")->type_name("");
  app.add_flag("--all", options.all, "All that are open");
  app.add_option("--rule", options.rules, "With --all: only those of this rule")
      ->type_name("RULE")
      ->allow_extra_args(false);
  app.add_option("--source", options.sources, "With --all: only those of this source")
      ->type_name("SOURCE")
      ->allow_extra_args(false);
  app.add_option("--key", options.keys, "With --all: only those of this key")
      ->type_name("KEY")
      ->allow_extra_args(false);
  add_decision(app, options);
  add_by(app, options);
  add_in(app, options);
  add_today(app, gate);
}

void add_accepted_options(CLI::App& app, AcceptOptions& options, GateOptions& gate) {
  app.add_option("ACTION", options.action, "list, prune, refresh, fmt or check")
      ->required()
      ->check(one_of(accepted_actions()))
      ->type_name("");
  app.add_option("ID", options.ids, "For refresh: acceptances, by id or the beginning of one")
      ->type_name("");
  app.add_option("--expiring", options.expiring, "For list: only what expires within so many days")
      ->check(CLI::Range(0, 36500).description(""))
      ->type_name("DAYS");
  app.add_flag("--check", options.check, "For fmt: write nothing, fail when it would");
  add_by(app, options);
  add_in(app, options);
  add_today(app, gate);
}

std::vector<std::string> accepted_actions() { return {"list", "prune", "refresh", "fmt", "check"}; }

std::vector<std::string> verdict_names() { return {kVerdicts.begin(), kVerdicts.end()}; }

std::string resolve_outputs(GateOptions& options) {
  std::size_t printed = 0;
  for (const std::string& given : options.formats) {
    const std::size_t equals = given.find('=');
    OutputRequest output{given.substr(0, equals),
                         equals == std::string::npos ? "" : given.substr(equals + 1)};
    const auto known = check_formats();
    if (std::find(known.begin(), known.end(), output.format) == known.end()) {
      return fmt::format("no format `{}`{}; there are {}", output.format,
                         suggestion(output.format, known), fmt::join(known, ", "));
    }
    if (equals != std::string::npos && output.file.empty()) {
      return fmt::format("expected a file behind `{}`", given);
    }
    if (output.file == "-") output.file.clear();
    printed += output.file.empty() ? 1 : 0;
    options.outputs.push_back(std::move(output));
  }
  if (printed > 1) return "only one format can be printed; give the others files, as in sarif=FILE";
  if (options.formats.empty()) options.outputs.push_back({"text", ""});
  return {};
}

}  // namespace doccord
