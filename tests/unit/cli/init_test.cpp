#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "cli/run.h"
#include "support/temporary_directory.h"

namespace doccord::test {
namespace {

constexpr const char* kPumps =
    "PUMP_STOPPED (10)\n   The pump does not turn.\nPUMP_HOT (11)\n   The pump is too hot.\n";

void write(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

ExitCode run_quietly(const std::vector<std::string>& arguments) {
  std::ostringstream out;
  std::ostringstream err;
  return run(arguments, out, err);
}

}  // namespace

TEST_CASE("init: what it writes is read by the other commands, and written once") {
  const TemporaryDirectory directory;
  const WorkingDirectory inside(directory.path());
  write("pumps & valves.txt", kPumps);
  write("b.txt", kPumps);
  write(".gitattributes", "*.png binary");
  CHECK(run_quietly({"init"}) == ExitCode::ok);
  CHECK(read("doccord.json") == R"({
  "sources": [
    {"id": "b", "path": "b.txt"},
    {"id": "pumps-valves", "path": "pumps & valves.txt"}
  ]
}
)");
  const std::string attributes = "*.png binary\ndoccord-accepted.jsonl merge=union text eol=lf\n";
  CHECK(read(".gitattributes") == attributes);
  CHECK(run_quietly({"check"}) == ExitCode::ok);

  write("doccord.json", "mine");
  CHECK(run_quietly({"init"}) == ExitCode::failed);
  CHECK(run_quietly({"init", "--dry-run"}) == ExitCode::ok);
  CHECK(read("doccord.json") == "mine");
  CHECK(run_quietly({"init", "--force"}) == ExitCode::ok);
  CHECK(run_quietly({"config", "check"}) == ExitCode::ok);
  CHECK(read(".gitattributes") == attributes);
  CHECK(std::distance(std::filesystem::directory_iterator("."), {}) == 4);
}

}  // namespace doccord::test
