// `doccord man`: the manual page, from the same tables as --help and `explain`.

#include <fmt/format.h>

#include <algorithm>

#include "cli/command.h"
#include "cli/option_list.h"
#include "cli/output.h"
#include "load/config_keys.h"
#include "rules/rule.h"

namespace doccord {
namespace {

// Text that roff prints as it is: no escape, no request at the start of a line, and hyphens that
// can be copied.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (out.empty() && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '\n') {
      out += ' ';
    } else {
      out += c;
    }
  }
  return out;
}

std::string synopsis(const ListedCommand& listed) {
  std::string line = "doccord " + std::string(listed.command->name);
  if (listed.options.size() > 1) line += " [OPTION]...";
  for (const ListedOption& option : listed.options) {
    if (option.argument) line += " " + option.names[0];
  }
  return fmt::format(".SS {}\n", roff(line));
}

std::string option_part(const ListedOption& option) {
  std::string head = fmt::format("{}", fmt::join(option.names, ", "));
  if (!option.value.empty()) head += " " + option.value;
  std::string text = option.description;
  if (!text.empty() && text.back() != '.') text += '.';
  return fmt::format(".TP\n.B {}\n{}\n", roff(head), roff(text));
}

std::string command_part(const ListedCommand& listed) {
  const Command& command = *listed.command;
  std::string out = synopsis(listed) + roff(command.details) + "\n";
  for (const ListedOption& option : listed.options) out += option_part(option);
  return out + fmt::format(".PP\nExample:\n.PP\n.RS 4\n.nf\n{}\n.fi\n.RE\n", roff(command.example));
}

constexpr std::string_view kExitCodes = R"(.SH EXIT STATUS
.TP
.B 0
Did its job; nothing at or above the level of \-\-fail\-on.
.TP
.B 1
Discrepancies at or above it, or acceptances that are stale or expired.
.TP
.B 2
Could not do its job.
.TP
.B 101
A fault of doccord itself.
)";

constexpr std::string_view kEnvironment = R"(.SH ENVIRONMENT
.TP
.B NO_COLOR
No colour, unless \-\-color says otherwise.
.TP
.B CLICOLOR_FORCE, FORCE_COLOR
Colour although the output is no terminal.
.TP
.B COLUMNS
How wide to print, where no terminal says so.
.TP
.B FORCE_HYPERLINK
Links although the output is no terminal.
.TP
.B DOCCORD_BY
Who accepts, where \-\-by does not say.
.TP
.B DOCCORD_CACHE
The directory in which to keep what is read of documents, where neither
\-\-cache nor \-\-no\-cache says.
.TP
.B SOURCE_DATE_EPOCH
The time to take for now, in seconds since 1970.
.TP
.B GITHUB_STEP_SUMMARY
The file that the format github adds a summary to.
.SH FILES
.TP
.B doccord.json
Names the documents; the nearest from the working directory upward is taken.
.TP
.B doccord\-accepted.jsonl
What was accepted, and why; stands beside doccord.json.
)";

// Text in Markdown: what stands in backquotes is bold.
std::string roff_of_markdown(std::string_view text) {
  std::string out;
  bool code = false;
  while (!text.empty()) {
    const std::size_t mark = std::min(text.find('`'), text.size());
    // An escape first, so that the piece is no request when it begins with a dot.
    if (mark > 0) out += (code ? "\\fB" : "\\fR") + roff(text.substr(0, mark));
    if (mark < text.size()) code = !code;
    text.remove_prefix(std::min(mark + 1, text.size()));
  }
  return out + "\\fR";
}

constexpr std::string_view kConfigExample = R"(.SH EXAMPLE
.RS 4
.nf
{
  "failOn": "warning",
  "sources": [
    {"id": "manual", "path": "manual.md", "title": "Manual"},
    {"id": "header", "path": "include/errors.h", "scope": ["4xx"]}
  ]
}
.fi
.RE
.SH SEE ALSO
.BR doccord (1)
)";

std::string config_page() {
  std::string out = fmt::format(
      ".TH DOCCORD.JSON 5 \"\" \"doccord {}\" \"File formats\"\n"
      ".SH NAME\ndoccord.json \\- the documents that doccord compares, and how\n"
      ".SH DESCRIPTION\nJSON in which comments may stand. Paths in it are relative to its own "
      "directory. Every command takes the nearest one from the working directory upward. A key "
      "that does not exist is an error.\n.SH KEYS\n",
      DOCCORD_VERSION);
  for (const ConfigObject object : kConfigObjects) {
    for (const ConfigKey& key : config_keys(object)) {
      out +=
          fmt::format(".TP\n\\fB{}{}\\fR ({})\n{}.\n", roff(config_prefix(object)), roff(key.name),
                      roff_of_markdown(described(key.type)), roff_of_markdown(key.description));
    }
  }
  return out + std::string(kConfigExample);
}

std::string program_page() {
  std::string out = fmt::format(
      ".TH DOCCORD 1 \"\" \"doccord {}\" \"User commands\"\n"
      ".SH NAME\ndoccord \\- compares documents that describe the same keyed things\n"
      ".SH SYNOPSIS\n.B doccord\n[COMMAND] [OPTION]... [FILE]...\n"
      ".SH DESCRIPTION\nReads documents that describe the same keyed things, such as error codes, "
      "compares what they say of each key, and says where they disagree. Without a command, "
      "checks.\n.SH COMMANDS\n",
      DOCCORD_VERSION);
  for (const ListedCommand& listed : list_options()) out += command_part(listed);
  out += ".SH RULES\n";
  for (const Rule* rule : all_rules()) {
    out += fmt::format(".TP\n.B {} {} ({})\n{}.\n", rule->code, roff(rule->name),
                       to_string(rule->level), roff(rule->summary));
  }
  return out + std::string(kExitCodes) + std::string(kEnvironment) +
         ".SH SEE ALSO\n.BR doccord.json (5)\n";
}

ExitCode run_man(const Options& options, std::ostream& out, std::ostream& err) {
  if (options.word.empty() || options.word == "doccord") {
    out << program_page();
    return ExitCode::ok;
  }
  if (options.word == "doccord.json") {
    out << config_page();
    return ExitCode::ok;
  }
  return print_errors(
      {{"", 0, 0,
        fmt::format("no manual page `{}`; there are doccord and doccord.json", options.word)}},
      err);
}

}  // namespace

const Command commands::man{.name = "man",
                            .summary = "Print the manual page",
                            .details =
                                "Prints a manual page for man: doccord(1), or doccord.json(5), "
                                "which is about the configuration.",
                            .example = "doccord man | man -l -",
                            .options = {.word = {"PAGE", "doccord or doccord.json", false}},
                            .run = run_man};

}  // namespace doccord
