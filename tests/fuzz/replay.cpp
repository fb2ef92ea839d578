// Runs every file of a corpus once, with any compiler, and each again with some of its bytes
// changed:
//
//     fuzz_replay CORPUS [ROUNDS [SEED]]      CORPUS holds TARGET/FILE
//
// The same seed changes the same bytes. While an input runs it stands in the file that
// DOCCORD_FUZZ_INPUT names, if that is set, so that one at which the program dies is not lost.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "fuzz/targets.h"

namespace {

using Random = std::mt19937;

std::vector<std::filesystem::path> entries_of(const std::filesystem::path& directory) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A stretch is taken out, doubled, moved or overwritten, or a byte is set to anything.
void change(std::string& bytes, Random& random) {
  if (bytes.empty()) bytes = "x";
  const auto below = [&](std::size_t end) { return static_cast<std::size_t>(random()) % end; };
  const std::size_t at = below(bytes.size());
  const std::string stretch = bytes.substr(at, 1 + below(24));
  switch (below(5)) {
    case 0:
      bytes.erase(at, stretch.size());
      break;
    case 1:
      bytes.insert(at, stretch);
      break;
    case 2:
      bytes.insert(below(bytes.size()), stretch);
      break;
    case 3:
      bytes[at] = static_cast<char>(below(256));
      break;
    default:
      bytes[at] = "<>&\"'|`\\\n\t{}[]()#*-=:,;0 9/"[below(28)];
  }
}

void run(const std::string& target, const std::string& bytes) {
  static const char* const kept = std::getenv("DOCCORD_FUZZ_INPUT");
  if (kept != nullptr) std::ofstream(kept, std::ios::binary) << bytes;
  doccord::test::run_fuzz_target(target, bytes);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) return 2;
  const unsigned long rounds = count > 2 ? std::strtoul(arguments[2], nullptr, 10) : 0;
  Random random(count > 3 ? static_cast<unsigned>(std::strtoul(arguments[3], nullptr, 10)) : 1);
  std::size_t inputs = 0;
  for (const auto& directory : entries_of(arguments[1])) {
    const std::string target = directory.filename().string();
    if (!doccord::test::is_fuzz_target(target)) {
      std::fprintf(stderr, "no fuzz target `%s`\n", target.c_str());
      return 2;
    }
    for (const auto& path : entries_of(directory)) {
      // Told beforehand, so that the last line names the input at which the program died.
      std::printf("%s\n", path.c_str());
      std::fflush(stdout);
      const std::string bytes = read(path);
      run(target, bytes);
      for (unsigned long round = 0; round < rounds; ++round) {
        std::string changed = bytes;
        for (auto turns = 1 + random() % 8; turns > 0; --turns) change(changed, random);
        run(target, changed);
      }
      inputs += 1 + rounds;
    }
  }
  std::printf("fuzz corpora: %zu inputs run\n", inputs);
  return inputs == 0 ? 1 : 0;
}
