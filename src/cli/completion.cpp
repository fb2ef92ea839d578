// `doccord completion`: what a shell needs to complete command lines.

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/option_list.h"
#include "cli/options.h"
#include "rules/rule.h"

namespace doccord {
namespace {

std::string names_of_commands() {
  std::string names;
  for (const Command* command : all_commands()) {
    names += (names.empty() ? "" : " ") + std::string(command->name);
  }
  return names;
}

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

// Between single quotes of a POSIX shell.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

std::string rule_codes() {
  std::string codes;
  for (const Rule* rule : all_rules())
    codes += (codes.empty() ? "" : " ") + std::string(rule->code);
  return codes;
}

// What may stand behind an option or as an argument, as words; empty: files, or anything.
std::string words_for(const ListedOption& option) {
  if (!option.choices.empty()) return joined(option.choices);
  const std::string& what = option.argument ? option.names[0] : option.value;
  return what == "RULE" ? rule_codes() : "";
}

std::string bash_case(const ListedCommand& listed) {
  std::string options;
  std::string arguments;
  std::string values;
  for (const ListedOption& option : listed.options) {
    if (option.argument) {
      const std::string words = words_for(option);
      if (!words.empty()) arguments += (arguments.empty() ? "" : " ") + words;
      continue;
    }
    options += (options.empty() ? "" : " ") + joined(option.names);
    const std::string words = words_for(option);
    if (words.empty()) continue;
    values += fmt::format("        {}) words=\"{}\" ;;\n", fmt::join(option.names, "|"), words);
  }
  std::string out = fmt::format("    {})\n      options=\"{}\"\n      arguments=\"{}\"\n",
                                listed.command->name, options, arguments);
  if (!values.empty()) out += "      case $before in\n" + values + "      esac\n";
  return out + "      ;;\n";
}

std::string bash() {
  std::string out =
      "# Completion of doccord for bash; to be sourced.\n"
      "_doccord() {\n"
      "  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
      "  local command=${COMP_WORDS[1]} options= arguments= words=\n"
      "  COMPREPLY=()\n"
      "  if [[ $COMP_CWORD -eq 1 ]]; then\n";
  out += fmt::format("    COMPREPLY=($(compgen -W \"{} --help --version\" -- \"$current\"))\n",
                     names_of_commands());
  out += "    return\n  fi\n  case $command in\n";
  for (const ListedCommand& listed : list_options()) out += bash_case(listed);
  return out +
         "  esac\n"
         "  if [[ -n $words ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
         "  elif [[ $current == -* ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
         "  elif [[ -n $arguments ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$arguments\" -- \"$current\"))\n"
         "  fi\n"
         "}\n"
         "complete -o default -F _doccord doccord\n";
}

// In _arguments' language, where brackets and colons mean something.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_value(const ListedOption& option) {
  const std::string words = words_for(option);
  const std::string name = zsh_text(option.argument ? option.names[0] : option.value);
  return fmt::format(":{}:{}", name, words.empty() ? "_files" : "(" + words + ")");
}

std::string zsh_command(const ListedCommand& listed) {
  std::string out = fmt::format("    {})\n      _arguments", listed.command->name);
  for (const ListedOption& option : listed.options) {
    if (option.argument) {
      out += " \\\n        " + quoted("*" + zsh_value(option));
      continue;
    }
    for (const std::string& name : option.names) {
      const std::string value = option.value.empty() ? "" : zsh_value(option);
      out +=
          " \\\n        " + quoted("*" + name + "[" + zsh_text(option.description) + "]" + value);
    }
  }
  return out + "\n      ;;\n";
}

std::string zsh() {
  std::string out =
      "#compdef doccord\n"
      "# Completion of doccord for zsh; to be put into a directory of fpath as _doccord.\n"
      "_doccord() {\n"
      "  if (( CURRENT == 2 )); then\n"
      "    local -a commands=(\n";
  for (const Command* command : all_commands()) {
    out += fmt::format("      {}\n", quoted(fmt::format("{}:{}", command->name, command->summary)));
  }
  out +=
      "    )\n    _describe command commands\n    return\n  fi\n"
      "  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $command in\n";
  for (const ListedCommand& listed : list_options()) out += zsh_command(listed);
  return out + "  esac\n}\ncompdef _doccord doccord\n";
}

std::string fish() {
  std::string out = "# Completion of doccord for fish.\n";
  for (const Command* command : all_commands()) {
    out += fmt::format("complete -c doccord -n __fish_use_subcommand -a {} -d {}\n", command->name,
                       quoted(command->summary));
  }
  for (const ListedCommand& listed : list_options()) {
    const std::string when =
        quoted(fmt::format("__fish_seen_subcommand_from {}", listed.command->name));
    for (const ListedOption& option : listed.options) {
      const std::string words = words_for(option);
      std::string line = fmt::format("complete -c doccord -n {}", when);
      if (option.argument) {
        if (words.empty()) continue;
        out += line + fmt::format(" -a {}\n", quoted(words));
        continue;
      }
      for (const std::string& name : option.names) {
        line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      }
      if (!option.value.empty()) line += words.empty() ? " -r" : " -x -a " + quoted(words);
      out += line + fmt::format(" -d {}\n", quoted(option.description));
    }
  }
  return out;
}

ExitCode run_completion(const Options& options, std::ostream& out, std::ostream&) {
  out << (options.shell == "bash" ? bash() : options.shell == "zsh" ? zsh() : fish());
  return ExitCode::ok;
}

}  // namespace

const Command commands::completion{
    .name = "completion",
    .summary = "Print what a shell needs to complete command lines",
    .details =
        "Prints a script for bash, zsh or fish that completes commands, options, their values and "
        "rules.",
    .example = "source <(doccord completion bash)",
    .options = {.shell = true},
    .run = run_completion};

}  // namespace doccord
