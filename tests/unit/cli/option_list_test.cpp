#include "cli/option_list.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/run.h"
#include "load/config_keys.h"
#include "support/temporary_directory.h"

namespace doccord {
namespace {

std::string output_of(const std::vector<std::string>& arguments) {
  std::ostringstream out;
  std::ostringstream err;
  CHECK(run(arguments, out, err) == ExitCode::ok);
  CHECK(err.str().empty());
  return out.str();
}

std::string roff_name(std::string name) {
  for (std::size_t at = 0; (at = name.find('-', at)) != std::string::npos; at += 2) {
    name.replace(at, 1, "\\-");
  }
  return name;
}

TEST_CASE("option list: what --help of each command shows, no more and no less") {
  for (const ListedCommand& listed : list_options()) {
    const std::string help = output_of({std::string(listed.command->name), "--help"});
    std::size_t long_names = 0;
    for (const ListedOption& option : listed.options) {
      for (const std::string& name : option.names) {
        CAPTURE(name);
        CHECK(help.find(name) != std::string::npos);
        long_names += name.starts_with("--") ? 1 : 0;
      }
    }
    std::size_t shown = 0;
    std::istringstream lines(help);
    for (std::string line; std::getline(lines, line);) {
      const std::size_t at = line.find("--");
      const bool option_line = line.starts_with("  -") && at != std::string::npos;
      shown += option_line ? 1 : 0;
    }
    CAPTURE(listed.command->name);
    CHECK(shown == long_names);
  }
}

TEST_CASE("man page: every command, option and rule is in it") {
  const std::string page = output_of({"man"});
  for (const ListedCommand& listed : list_options()) {
    CHECK(page.find(".SS doccord " + std::string(listed.command->name)) != std::string::npos);
    for (const ListedOption& option : listed.options) {
      for (const std::string& name : option.names) {
        CAPTURE(name);
        CHECK(page.find(roff_name(name)) != std::string::npos);
      }
    }
  }
}

TEST_CASE("man page of doccord.json: every key is in it") {
  const std::string page = output_of({"man", "doccord.json"});
  for (const ConfigObject object : kConfigObjects) {
    for (const ConfigKey& key : config_keys(object)) {
      CAPTURE(key.name);
      const std::string name = std::string(config_prefix(object)) + std::string(key.name);
      CHECK(page.find("\n\\fB" + name + "\\fR (") != std::string::npos);
    }
  }
}

// What bash offers for a line, with the script sourced.
std::string completed(const std::string& script, const std::string& words, int place) {
  const std::string command = "bash -c 'source " + script + "; COMP_WORDS=(" + words +
                              "); COMP_CWORD=" + std::to_string(place) +
                              "; _doccord; echo \"${COMPREPLY[*]}\"'";
  std::FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string out;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) out += static_cast<char>(c);
  ::pclose(pipe);
  return " " + out.substr(0, out.size() - 1) + " ";
}

TEST_CASE("completion: bash offers every option of every command") {
  const test::TemporaryDirectory directory;
  const std::string script = (directory.path() / "doccord.bash").string();
  std::ofstream(script) << output_of({"completion", "bash"});
  for (const ListedCommand& listed : list_options()) {
    const std::string name(listed.command->name);
    CHECK(completed(script, "doccord " + name.substr(0, 2), 1).find(" " + name + " ") !=
          std::string::npos);
    const std::string offered = completed(script, "doccord " + name + " -", 2);
    for (const ListedOption& option : listed.options) {
      if (option.argument) continue;
      for (const std::string& each : option.names) {
        CAPTURE(each);
        CHECK(offered.find(" " + each + " ") != std::string::npos);
      }
    }
  }
  CHECK(completed(script, "doccord check --fail-on n", 3) == " never note ");
  CHECK(completed(script, "doccord explain DC90", 2) == " DC901 DC902 DC903 DC904 ");
  CHECK(completed(script, "doccord accepted p", 2) == " prune ");
}

TEST_CASE("completion: zsh and fish know every long option") {
  const std::string zsh = output_of({"completion", "zsh"});
  const std::string fish = output_of({"completion", "fish"});
  for (const ListedCommand& listed : list_options()) {
    for (const ListedOption& option : listed.options) {
      for (const std::string& name : option.names) {
        if (option.argument || !name.starts_with("--")) continue;
        CAPTURE(name);
        CHECK(zsh.find("*" + name + "[") != std::string::npos);
        CHECK(fish.find(" -l " + name.substr(2) + " ") != std::string::npos);
      }
    }
  }
}

}  // namespace
}  // namespace doccord
