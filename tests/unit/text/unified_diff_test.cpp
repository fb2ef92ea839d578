#include "text/unified_diff.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

namespace doccord {
namespace {

// What `patch` does, with every number of every hunk held against the text.
std::string patched(const std::string& before, const std::string& diff) {
  std::vector<std::string> old_lines;
  std::istringstream in(before);
  for (std::string line; std::getline(in, line);) old_lines.push_back(line + "\n");
  if (!before.empty() && before.back() != '\n') old_lines.back().pop_back();
  std::istringstream hunks(diff);
  std::string line;
  std::getline(hunks, line);
  std::getline(hunks, line);
  std::vector<std::string> out;
  std::size_t at = 0;
  std::size_t left_old = 0;
  std::size_t left_new = 0;
  while (std::getline(hunks, line)) {
    if (line.starts_with("\\ ")) {
      // Which side it is about was told by the line before.
      if (!out.empty() && out.back().ends_with('\n') && left_new == 0) out.back().pop_back();
      continue;
    }
    if (line.starts_with("@@")) {
      REQUIRE(left_old == 0);
      REQUIRE(left_new == 0);
      std::size_t a = 0, c = 0;
      REQUIRE(std::sscanf(line.c_str(), "@@ -%zu,%zu +%zu,%zu @@", &a, &left_old, &c, &left_new) ==
              4);
      while (at + 1 < a) out.push_back(old_lines[at++]);
      REQUIRE(out.size() + 1 == c);
      continue;
    }
    const std::string text = line.substr(1) + "\n";
    if (line[0] != '+') {
      REQUIRE(at < old_lines.size());
      REQUIRE(old_lines[at].substr(0, line.size() - 1) == line.substr(1));
      ++at;
      --left_old;
    }
    if (line[0] != '-') {
      out.push_back(text);
      --left_new;
    }
  }
  while (at < old_lines.size()) out.push_back(old_lines[at++]);
  std::string joined;
  for (const std::string& each : out) joined += each;
  return joined;
}

TEST_CASE("unified diff: three lines around a change, and what git and patch need to know") {
  CHECK(unified_diff("a.txt", "same\n", "same\n").empty());
  CHECK(unified_diff("docs/a.txt", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n",
                     "1\n2\n3\n4\nx\n6\n7\n8\n9\n10\n11\n") ==
        "--- a/docs/a.txt\n+++ b/docs/a.txt\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n");
  CHECK(unified_diff("a b.txt", "x\r\ny", "x\r\nz") ==
        "--- a/a b.txt\t\n+++ b/a b.txt\t\n@@ -1,2 +1,2 @@\n x\r\n-y\n"
        "\\ No newline at end of file\n+z\n\\ No newline at end of file\n");
  CHECK(unified_diff("a\"b", "x\n", "y\n").starts_with("--- \"a/a\\\"b\"\n+++ \"b/a\\\"b\"\n"));
}

TEST_CASE("unified diff: applied, it gives the second text, wherever the changes stand") {
  std::uint64_t state = 7;
  const auto below = [&state](std::uint64_t limit) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>((state >> 33) % limit);
  };
  for (int round = 0; round < 500; ++round) {
    std::string before;
    std::string after;
    const std::size_t lines = 1 + below(40);
    for (std::size_t i = 0; i < lines; ++i) {
      const std::string line = "line " + std::to_string(below(12)) + "\n";
      const std::size_t what = below(9);
      before += line;
      if (what != 0) after += what == 1 ? "other\n" : line;
      if (what == 2) after += "more\n";
    }
    if (after.empty() || before == after) continue;
    CAPTURE(before);
    CAPTURE(after);
    CHECK(patched(before, unified_diff("a", before, after)) == after);
  }
}

}  // namespace
}  // namespace doccord
