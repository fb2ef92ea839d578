#include "support/spec_page.h"

#include <fmt/format.h>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/run.h"
#include "support/temporary_directory.h"

namespace doccord::test {
namespace {

// The next line from `at`, which moves behind it.
std::string take_line(const std::string& page, std::size_t& at) {
  const std::size_t end = page.find('\n', at);
  const std::string line = page.substr(at, end == std::string::npos ? end : end - at);
  at = end == std::string::npos ? page.size() : end + 1;
  return line;
}

std::string file_name(const std::string& info) {
  const std::size_t at = info.find("file=");
  return at == std::string::npos ? "" : info.substr(at + 5, info.find(' ', at) - at - 5);
}

// Reads the lines of a block up to its closing fence.
struct Block {
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;
};

Block take_block(const std::string& page, std::size_t& at, const std::string& fence) {
  Block block{{}, at, at};
  while (at < page.size()) {
    block.end = at;
    const std::string line = take_line(page, at);
    if (line == fence) return block;
    block.text += line + "\n";
  }
  return block;
}

SpecCommand command_of(const Block& block) {
  const std::size_t end = block.text.find('\n');
  SpecCommand command;
  command.line = block.text.substr(2, end - 2);
  command.expected = block.text.substr(end + 1);
  command.begin = block.begin + end + 1;
  command.end = block.end;
  return command;
}

std::vector<std::string> words_of(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

}  // namespace

std::vector<Scenario> read_spec_page(const std::string& page) {
  std::vector<Scenario> scenarios;
  for (std::size_t at = 0; at < page.size();) {
    const std::string line = take_line(page, at);
    if (line.starts_with("#")) {
      scenarios.push_back({line.substr(line.find(' ') + 1), {}, {}});
      continue;
    }
    if (!line.starts_with("```") || scenarios.empty()) continue;
    const std::string fence = line.substr(0, line.find_first_not_of('`'));
    const Block block = take_block(page, at, fence);
    if (line.find("console") != std::string::npos) {
      scenarios.back().commands.push_back(command_of(block));
    } else if (const std::string name = file_name(line); !name.empty()) {
      scenarios.back().files.push_back({name, block.text});
    }
  }
  return scenarios;
}

std::string run_spec_command(const Scenario& scenario, const SpecCommand& command) {
  const TemporaryDirectory directory;
  for (const SpecFile& file : scenario.files) {
    const auto path = directory.path() / file.name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << file.text;
  }
  const WorkingDirectory inside(directory.path());
  std::vector<std::string> arguments = words_of(command.line);
  arguments.erase(arguments.begin());
  std::ostringstream out;
  std::ostringstream err;
  const ExitCode code = run(arguments, out, err);
  std::string whole = out.str() + err.str();
  if (code != ExitCode::ok) whole += fmt::format("[exit {}]\n", static_cast<int>(code));
  return whole;
}

}  // namespace doccord::test
