#pragma once

#include <string>
#include <vector>

namespace doccord::test {

// A page of tests/specs: Markdown in which each heading opens a scenario. Fenced blocks with
// `file=NAME` in their info string are the documents, blocks of the language `console` hold a
// command line behind "$ " and the whole output that it must have: standard output, then standard
// error, then "[exit N]" when the code is not 0.
struct SpecFile {
  std::string name;
  std::string text;
};

struct SpecCommand {
  std::string line;       // "doccord check a.md b.md"
  std::string expected;   // As above, ending with a newline unless empty.
  std::size_t begin = 0;  // Bytes of the page that the expected output takes.
  std::size_t end = 0;
};

struct Scenario {
  std::string heading;
  std::vector<SpecFile> files;
  std::vector<SpecCommand> commands;
};

std::vector<Scenario> read_spec_page(const std::string& page);

// Runs the command in a fresh directory that holds the files, and gives its whole output.
std::string run_spec_command(const Scenario& scenario, const SpecCommand& command);

}  // namespace doccord::test
