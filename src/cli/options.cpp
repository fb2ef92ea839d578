#include "cli/options.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <array>
#include <filesystem>
#include <map>
#include <utility>

#include "cli/option_list.h"
#include "cli/workflow_file.h"
#include "report/report.h"
#include "text/suggestion.h"

namespace doccord {
namespace {

constexpr std::string_view kFooter =
    "Exit codes: 0 did its job, nothing at or above --fail-on; 1 discrepancies at or above it;\n"
    "2 could not do its job; 101 a fault of doccord itself.\n";

const std::map<std::string, LevelSetting> kFailOn{{"error", LevelSetting::error},
                                                  {"warning", LevelSetting::warning},
                                                  {"note", LevelSetting::note},
                                                  {"never", LevelSetting::off}};

const std::map<std::string, When> kWhen{
    {"auto", When::automatic}, {"always", When::always}, {"never", When::never}};

const std::map<std::string, Detail> kDetail{
    {"brief", Detail::brief}, {"normal", Detail::normal}, {"full", Detail::full}};

std::vector<std::string> names_of(const auto& map) {
  std::vector<std::string> names;
  for (const auto& [name, value] : map) names.push_back(name);
  return names;
}

// What CLI11 fills: texts, turned into values once all are known to be valid.
struct RawOptions {
  Options options;
  std::string fail_on;  // Empty: as the configuration says, or warning.
  std::string colour = "auto";
  std::string detail = "normal";
};

// Breaks lines of a description that stands behind an option; CLI11 indents what follows a break.
std::string wrapped(std::string_view text, std::size_t width) {
  std::string out;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    if (column > 0 && column + 1 + word.size() > width) {
      out += '\n';
      column = 0;
    }
    if (column > 0) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
  }
  return out;
}

constexpr std::size_t kHelpWidth = 80;
constexpr std::size_t kOptionColumn = 24;

std::string beside_option(std::string_view text) {
  return wrapped(text, kHelpWidth - kOptionColumn);
}

// Accepts the names and does not list them in the help, where the description does.
CLI::Validator one_of(const std::vector<std::string>& names) {
  CLI::Validator validator = CLI::IsMember(names);
  return validator.description("");
}

// What --format may be given for a command that is no gate.
std::vector<std::string> formats_of(const CommandOptions& takes) {
  std::vector<std::string> names;
  for (const Report* report : all_reports()) {
    if (report->extract != nullptr) names.emplace_back(report->name);
  }
  if (!takes.own_format.empty()) names.emplace_back(takes.own_format);
  return names;
}

void add_level_options(CLI::App& app, RawOptions& raw) {
  app.add_option(
         "--fail-on", raw.fail_on,
         beside_option("Lowest level that makes the exit code 1: error, warning, note or never; "
                       "otherwise as the configuration says, or warning"))
      ->check(one_of(names_of(kFailOn)))
      ->type_name("LEVEL");
  app.add_option("--detail", raw.detail,
                 beside_option("How much to say of each: brief, normal or full"))
      ->check(one_of(names_of(kDetail)))
      ->capture_default_str()
      ->type_name("DETAIL");
}

// What only a command or two take.
void add_own_options(CLI::App& app, const CommandOptions& takes, Options& options) {
  if (!takes.word.name.empty()) {
    app.add_option(std::string(takes.word.name), options.word, beside_option(takes.word.help))
        ->required(takes.word.required)
        ->type_name("");
  }
  if (takes.init) {
    app.add_flag("--dry-run", options.dry_run, beside_option("Print it and write nothing"));
    app.add_flag("--force", options.force, beside_option("Write over what is there"));
    app.add_option("--workflow", options.workflow,
                   beside_option("Write what runs the gate in CI, too: github or gitlab"))
        ->check(one_of(workflow_services()))
        ->type_name("SERVICE");
  }
  if (takes.seed) {
    app.add_option("--seed", options.seed, beside_option("Which faults are planted where"))
        ->capture_default_str()
        ->type_name("NUMBER");
  }
  if (takes.stdio) {
    const std::string help =
        beside_option("Speak over standard input and output, which it does in any case");
    app.add_flag("--stdio", help);
  }
}

void add_format_options(CLI::App& app, const CommandOptions& takes, RawOptions& raw) {
  if (takes.format && !takes.gate) {
    app.add_option(
           "--format", raw.options.format,
           beside_option(fmt::format("How to print: {}", fmt::join(formats_of(takes), ", "))))
        ->check(one_of(formats_of(takes)))
        ->capture_default_str()
        ->type_name("FORMAT");
  }
  if (takes.format) {
    app.add_option("--color", raw.colour,
                   beside_option("Colour: auto (on a terminal), always or never"))
        ->check(one_of(names_of(kWhen)))
        ->capture_default_str()
        ->type_name("WHEN");
  }
}

std::vector<std::string> explain_formats() { return {"text", "markdown", "json"}; }

// Arguments that are one of certain words.
void add_words(CLI::App& app, const CommandOptions& takes, Options& options) {
  if (takes.shell) {
    app.add_option("SHELL", options.shell, "bash, zsh or fish")
        ->required()
        ->check(one_of({"bash", "zsh", "fish"}))
        ->type_name("");
  }
  if (takes.rule) {
    app.add_option(
           "RULE", options.rule,
           "A rule by code or name, such as DC101 or missing-entry; without one, all are listed")
        ->type_name("");
    app.add_flag("--all", options.all, "Explain all rules");
    app.add_option("--format", options.format,
                   beside_option("How to print: text, which is Markdown, or json"))
        ->check(one_of(explain_formats()))
        ->capture_default_str()
        ->type_name("FORM");
  }
}

std::string_view files_help(const CommandOptions& takes) {
  if (!takes.files_help.empty()) return takes.files_help;
  return "Documents, or a directory with a doccord.json or with documents; without any, the "
         "nearest doccord.json from here upward names them";
}

// What making a website takes.
void add_site_options(CLI::App& app, const CommandOptions& takes, Options& options) {
  if (takes.output) {
    app.add_option("-o,--output", options.output,
                   beside_option("Directory to write to: new, empty, or a website of doccord's"))
        ->required()
        ->type_name("DIR");
    app.add_flag("--open", options.open,
                 beside_option("Print the address by which a browser opens it"));
    app.add_option("--url", options.address,
                   beside_option("Where it will stand, for feed, sitemap and canonical addresses"))
        ->type_name("URL");
  }
  if (takes.templates) {
    app.add_option("--templates", options.templates_directory,
                   beside_option("Use the templates and assets of this directory"))
        ->type_name("DIR");
  }
  if (takes.port) {
    app.add_option("--port", options.port, beside_option("Port to listen on; 0: any that is free"))
        ->capture_default_str()
        ->type_name("NUMBER");
  }
}

void add_options(CLI::App& app, const Command& command, RawOptions& raw) {
  Options& options = raw.options;
  const CommandOptions& takes = command.options;
  add_own_options(app, takes, options);
  if (takes.files) {
    app.add_option("FILE", options.files, beside_option(files_help(takes)))->type_name("");
  }
  if (takes.from_extracts) {
    app.add_flag("--from-extracts", options.from_extracts,
                 beside_option("FILEs are what `doccord extract --format jsonl` wrote of the "
                               "documents, in any number of parts"));
  }
  if (takes.files || takes.gate) {
    app.add_option("-j,--jobs", options.jobs,
                   beside_option("How many threads work at once; 0: one for each core"))
        ->capture_default_str()
        ->type_name("N");
  }
  if (takes.reading) {
    add_isolation_option(app, options.reading);
    add_cache_options(app, options.cache);
  }
  options.cache.in_memory = takes.reads_again;
  if (takes.limits || takes.reading) add_limit_option(app, options.reading);
  add_format_options(app, takes, raw);
  if (takes.gate) {
    add_level_options(app, raw);
    add_gate_options(app, options.gate);
  }
  if (takes.since) {
    add_base_option(app, options.gate,
                    beside_option("Add a page of what has changed since BASE: a directory or a git "
                                  "revision"));
  }
  if (takes.fix) {
    add_fix_options(app, options.fix);
    add_today(app, options.gate);
  }
  if (takes.base) add_base_argument(app, options.gate);
  if (takes.accept) add_accept_options(app, options.accept, options.gate);
  if (takes.accepted) add_accepted_options(app, options.accept, options.gate);
  if (takes.explain) {
    app.add_flag("--explain", options.explain,
                 beside_option("Show every reading that was considered, and why one was taken"));
  }
  add_site_options(app, takes, options);
  add_words(app, takes, options);
}

// The command that the first argument names; plain `doccord`, and `doccord FILE`, check.
std::vector<std::string> with_command(std::vector<std::string> arguments) {
  const auto is_command = [](const std::string& word) {
    for (const Command* command : all_commands()) {
      if (command->name == word) return true;
    }
    return false;
  };
  const bool bare = arguments.empty();
  if (!bare && (is_command(arguments[0]) || arguments[0] == "-h" || arguments[0] == "--help" ||
                arguments[0] == "--version")) {
    return arguments;
  }
  std::error_code ignored;
  if (bare || arguments[0].starts_with('-') || std::filesystem::exists(arguments[0], ignored)) {
    arguments.insert(arguments.begin(), "check");
  }
  return arguments;
}

std::string unknown_command(const std::string& word) {
  std::vector<std::string_view> names;
  for (const Command* command : all_commands()) names.push_back(command->name);
  return fmt::format(
      "doccord: error: no command or file `{}`{}\ndoccord: `doccord --help` lists the commands\n",
      word, suggestion(word, names));
}

// The help of one command: what it does at length, where the list of commands has it in short.
std::string help_of(CLI::App& app, const Command& command) {
  app.description(wrapped(command.details, kHelpWidth));
  return app.help("doccord");
}

}  // namespace

ParsedOptions parse_options(const std::vector<std::string>& given) {
  std::vector<std::string> arguments = with_command(given);
  if (arguments[0] == "--version") arguments = {"version"};

  CLI::App app(
      "Compares documents that describe the same keyed things, and says where they disagree.",
      "doccord");
  app.footer(
      "Example:\n  doccord check api.md api.html\n\n`doccord COMMAND --help` shows the options of "
      "a command.\n\n" +
      std::string(kFooter));
  app.get_formatter()->column_width(kOptionColumn);
  app.require_subcommand(1);
  std::map<CLI::App*, std::pair<const Command*, RawOptions>> by_app;
  for (const Command* command : all_commands()) {
    CLI::App* sub = app.add_subcommand(std::string(command->name), std::string(command->summary));
    sub->footer("Example:\n  " + std::string(command->example) + "\n");
    auto& [kept, raw] = by_app[sub];
    kept = command;
    add_options(*sub, *command, raw);
  }
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::CallForHelp&) {
    for (const auto& [sub, asked] : by_app) {
      if (sub->parsed()) return {std::nullopt, help_of(*sub, *asked.first), {}};
    }
    return {std::nullopt, app.help(), {}};
  } catch (const CLI::ParseError& error) {
    const bool unknown = app.get_subcommands().empty() && !arguments.empty();
    if (unknown) return {std::nullopt, {}, unknown_command(arguments[0])};
    return {std::nullopt, {}, fmt::format("doccord: error: {}\n", error.what())};
  }
  auto& [command, raw] = by_app[app.get_subcommands()[0]];
  raw.options.command = command;
  if (!raw.fail_on.empty()) raw.options.fail_on = kFailOn.at(raw.fail_on);
  raw.options.detail = kDetail.at(raw.detail);
  raw.options.colour = kWhen.at(raw.colour);
  std::string wrong = resolve_outputs(raw.options.gate);
  if (raw.options.from_extracts && !raw.options.gate.base.empty()) {
    wrong = "--base compares documents, of which --from-extracts has none";
  }
  if (wrong.empty()) wrong = find_limit_error(raw.options.reading);
  if (wrong.empty()) return {std::move(raw.options), {}, {}};
  return {std::nullopt, {}, fmt::format("doccord: error: {}\n", wrong)};
}

namespace {

// The words that may stand behind an option, by what its help calls its value.
std::vector<std::string> choices_of(const std::string& value, const Command& command) {
  if (value == "LEVEL") return names_of(kFailOn);
  if (value == "WHEN") return names_of(kWhen);
  if (value == "DETAIL") return names_of(kDetail);
  if (value == "FORMAT" || value == "FORMAT[=FILE]") {
    if (!command.options.gate) return formats_of(command.options);
    std::vector<std::string> names;
    for (const Report* report : all_reports()) names.emplace_back(report->name);
    return names;
  }
  if (value == "FORM") return explain_formats();
  if (value == "SERVICE") return workflow_services();
  if (value == "VERDICT") return verdict_names();
  if (value == "ACTION") return accepted_actions();
  if (value == "SHELL") return {"bash", "zsh", "fish"};
  return {};
}

ListedOption listed(const CLI::Option& option, const Command& command) {
  ListedOption out;
  out.argument = option.get_positional();
  if (out.argument) {
    out.names = {option.get_name(true)};
    out.choices = choices_of(out.names[0], command);
  } else {
    for (const std::string& name : option.get_snames()) out.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) out.names.push_back("--" + name);
    out.value = option.get_items_expected_max() > 0 ? option.get_type_name() : "";
    out.choices = choices_of(out.value, command);
  }
  out.description = option.get_description();
  std::replace(out.description.begin(), out.description.end(), '\n', ' ');
  return out;
}

}  // namespace

std::vector<ListedCommand> list_options() {
  std::vector<ListedCommand> all;
  for (const Command* command : all_commands()) {
    CLI::App app;
    RawOptions raw;
    add_options(app, *command, raw);
    ListedCommand found{command, {}};
    for (const CLI::Option* option : app.get_options()) {
      found.options.push_back(listed(*option, *command));
    }
    all.push_back(std::move(found));
  }
  return all;
}

}  // namespace doccord
