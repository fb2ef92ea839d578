// Runs every page of tests/specs. With DOCCORD_UPDATE_SPECS=1 the expected outputs are rewritten
// with what the commands print now; read the difference before committing it.

#include <doctest/doctest.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "rules/rule.h"
#include "support/five_documents.h"
#include "support/spec_page.h"
#include "text/whitespace.h"

namespace doccord::test {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> spec_pages() {
  std::vector<fs::path> pages;
  for (const auto& item :
       fs::recursive_directory_iterator(fs::path(DOCCORD_SOURCE_DIR) / "tests/specs")) {
    if (item.path().extension() == ".md") pages.push_back(item.path());
  }
  std::sort(pages.begin(), pages.end());
  return pages;
}

void update_page(const fs::path& path, std::string page, const std::vector<Scenario>& scenarios) {
  for (auto scenario = scenarios.rbegin(); scenario != scenarios.rend(); ++scenario) {
    for (auto command = scenario->commands.rbegin(); command != scenario->commands.rend();
         ++command) {
      page.replace(command->begin, command->end - command->begin,
                   run_spec_command(*scenario, *command));
    }
  }
  std::ofstream(path, std::ios::binary) << page;
}

}  // namespace

TEST_CASE("specs: every command on every page prints exactly what the page says") {
  const bool update = std::getenv("DOCCORD_UPDATE_SPECS") != nullptr;
  std::size_t commands = 0;
  for (const fs::path& path : spec_pages()) {
    const std::string name = fs::relative(path, DOCCORD_SOURCE_DIR).string();
    const std::string page = read_project_file(name);
    const std::vector<Scenario> scenarios = read_spec_page(page);
    if (update) update_page(path, page, scenarios);
    for (const Scenario& scenario : scenarios) {
      for (const SpecCommand& command : scenario.commands) {
        ++commands;
        CAPTURE(name);
        CAPTURE(scenario.heading);
        CAPTURE(command.line);
        if (!update) CHECK(run_spec_command(scenario, command) == command.expected);
      }
    }
  }
  CHECK(commands > 0);
}

TEST_CASE("specs: the example of every rule is on a page") {
  std::string pages;
  for (const fs::path& path : spec_pages()) {
    pages += collapse(read_project_file(fs::relative(path, DOCCORD_SOURCE_DIR).string())) + " ";
  }
  for (const Rule* rule : all_rules()) {
    if (rule->check == nullptr) continue;  // Of acceptances and earlier runs: tests/gate.
    CAPTURE(rule->code);
    const std::string example(rule->example);
    const std::size_t begin = example.find("/" + std::string(rule->name) + "]: ");
    REQUIRE(begin != std::string::npos);
    const std::string message =
        collapse(example.substr(begin, example.find("\n\n", begin) - begin));
    CHECK(pages.find(message.substr(message.find("]: ") + 3)) != std::string::npos);
  }
}

}  // namespace doccord::test
