#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace doccord {

// One output that `check` was asked for: a format, and a file for it unless it is to be printed.
struct OutputRequest {
  std::string format;
  std::string file;
};

// What the gate and the commands about acceptances take beside the options of cli/options.h.
struct GateOptions {
  std::vector<std::string> formats;  // As given: "sarif=out.sarif".
  std::vector<OutputRequest> outputs;
  std::string base;  // Directory or git revision to compare with; empty: none. Of the website, too.
  std::string head;  // The same for `diff`; empty: the documents at hand.
  bool no_new_acceptances = false;
  bool allow_stale = false;
  bool show_accepted = false;
  std::optional<std::size_t> most_findings;
  std::string today;  // ISO 8601; empty: the clock's.
  bool plain = false;
  std::size_t width = 0;  // Terminal cells; 0: as wide as the terminal.
  int quiet = 0;          // 1: no summary; 2: the exit code only.
  int verbose = 0;        // 1: counts of each document.
  std::string hyperlinks = "auto";
};

// For `accept` and `accepted`.
struct AcceptOptions {
  std::string action;  // Of `accepted`.
  std::vector<std::string> ids;
  bool all = false;
  std::vector<std::string> rules;    // Only these, with `all`.
  std::vector<std::string> sources;  // Only what one of these takes part in, with `all`.
  std::vector<std::string> keys;
  std::string reason;
  std::string until;
  std::string ref;
  std::string verdict;
  std::string by;
  std::string in;  // The doccord.json or its directory.
  std::optional<int> expiring;
  bool check = false;  // `accepted fmt --check`.
};

// Puts the options on a command's part of the command line. CLI11 is here, in fix_options.cpp and
// in options.cpp only.
void add_gate_options(CLI::App& app, GateOptions& options);
void add_base_option(CLI::App& app, GateOptions& options, const std::string& help);
void add_today(CLI::App& app, GateOptions& options);
void add_base_argument(CLI::App& app, GateOptions& options);
void add_accept_options(CLI::App& app, AcceptOptions& options, GateOptions& gate);
void add_accepted_options(CLI::App& app, AcceptOptions& options, GateOptions& gate);

// The words that these take.
std::vector<std::string> accepted_actions();
std::vector<std::string> verdict_names();

// Turns the formats as given into outputs, text without any; what is wrong with them, or nothing.
std::string resolve_outputs(GateOptions& options);

}  // namespace doccord
