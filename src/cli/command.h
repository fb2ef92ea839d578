#pragma once

#include <ostream>
#include <span>
#include <string_view>

#include "cli/exit_code.h"

namespace doccord {

struct Options;

// A word that a command needs: which of several things it is to do. No name: it needs none.
struct WordOption {
  std::string_view name = {};  // "NAME", as the help has it.
  std::string_view help = {};
  bool required = true;
};

// Which options a command takes, beside --help.
struct CommandOptions {
  bool files = false;
  std::string_view files_help = {};  // Where FILE is something else than documents.
  bool format = false;
  std::string_view own_format = {};  // A word for --format that only this command knows.
  bool from_extracts = false;        // --from-extracts
  bool reading = false;              // Reads documents: --isolate, --limit and --cache
  bool limits = false;               // --limit NAME=N
  bool reads_again = false;          // Reads the same documents until it is ended.
  bool init = false;                 // --dry-run, --force
  WordOption word = {};
  bool seed = false;       // --seed
  bool gate = false;       // --fail-on, --detail, and those of cli/gate_options.h
  bool explain = false;    // --explain
  bool output = false;     // -o DIR, --open, --url URL
  bool templates = false;  // --templates DIR
  bool port = false;       // --port
  bool stdio = false;      // --stdio, as editors give it to every language server
  bool rule = false;       // RULE
  bool base = false;       // BASE [HEAD]
  bool since = false;      // --base BASE
  bool accept = false;     // ID... and a decision
  bool accepted = false;   // ACTION [ID...]
  bool shell = false;      // SHELL
  bool fix = false;        // Those of cli/fix_options.h, and --today
};

// One command of the program; cli/commands.def lists them all.
struct Command {
  std::string_view name;
  std::string_view summary;  // For the list of commands.
  std::string_view details;  // For its own help: what it does and prints.
  std::string_view example;
  CommandOptions options;
  ExitCode (*run)(const Options& options, std::ostream& out, std::ostream& err);
};

namespace commands {
#define COMMAND(name) extern const Command name;
#include "cli/commands.def"
#undef COMMAND
}  // namespace commands

// Every command, in the order of the help.
std::span<const Command* const> all_commands();

}  // namespace doccord
