#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/cache_options.h"
#include "cli/command.h"
#include "cli/fix_options.h"
#include "cli/gate_options.h"
#include "cli/reading_options.h"
#include "load/settings.h"
#include "report/report.h"
#include "rules/discrepancy.h"

namespace doccord {

enum class When { automatic, always, never };

// What the command line asks for. Every command reads its part.
struct Options {
  const Command* command = nullptr;
  std::vector<std::string> files;       // Documents, or one directory.
  bool from_extracts = false;           // FILEs are what `extract --format jsonl` wrote.
  std::string format = "text";          // A report of report/reports.def.
  std::string output;                   // Directory of the website.
  std::string address;                  // Where the website will stand; may be empty.
  bool open = false;                    // `build --open`.
  std::uint16_t port = 8000;            // Of `serve`; 0: any that is free.
  std::string templates_directory;      // Templates in place of the built-in ones; may be empty.
  std::string shell;                    // That `completion` is for.
  std::string rule;                     // What `explain` explains; empty: all.
  bool all = false;                     // `explain --all`: explain them, rather than list them.
  std::optional<LevelSetting> fail_on;  // Nothing: as the configuration says, or warning.
  Detail detail = Detail::normal;       // Of a text report.
  When colour = When::automatic;
  bool explain = false;    // `extract --explain`.
  std::string word;        // What a command's WordOption takes.
  bool dry_run = false;    // `init --dry-run`.
  bool force = false;      // `init --force`.
  std::string workflow;    // `init --workflow`: the service that is to run the gate; empty: none.
  std::uint64_t seed = 1;  // Of `selftest`.
  std::size_t jobs = 0;    // Threads; 0: one for each core.
  ReadingOptions reading;  // Of commands that read documents.
  CacheOptions cache;      // Of commands that read documents.
  GateOptions gate;        // Of `check` and `diff`.
  AcceptOptions accept;    // Of `accept` and `accepted`.
  FixOptions fix;          // Of `fix`.
};

// What the arguments ask for, or text that answers them (help), or what is wrong with them.
struct ParsedOptions {
  std::optional<Options> options;
  std::string help;   // To be printed to standard output, exit code 0.
  std::string error;  // To be printed to standard error, exit code 2.
};

ParsedOptions parse_options(const std::vector<std::string>& arguments);

}  // namespace doccord
