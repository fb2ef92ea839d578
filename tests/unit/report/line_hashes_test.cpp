#include "report/line_hashes.h"

#include <doctest/doctest.h>

namespace doccord {
namespace {

using Hashes = std::vector<std::string>;

// What GitHub's own program makes of these texts.
TEST_CASE("line hashes: GitHub's, for an empty file and for short lines") {
  CHECK(line_hashes("") == Hashes{"c129715d7a2bc9a3:1"});
  CHECK(line_hashes(" a\nb\n  \t\tc\n d") == Hashes{"271789c17abda88f:1", "54703d4cd895b18:1",
                                                    "180aee12dab6264:1", "a23a3dc5e078b07b:1"});
}

TEST_CASE("line hashes: blanks and the kind of line end make no difference") {
  const Hashes plain = line_hashes("one two\nthree\n");
  CHECK(line_hashes("one\ttwo\r\n  three\r\n") == plain);
  CHECK(line_hashes("onetwo\rthree\r") == plain);
}

TEST_CASE("line hashes: a line that comes again is counted") {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "x\n";
  const Hashes hashes = line_hashes(text);
  REQUIRE(hashes.size() == 301);
  CHECK(hashes[0].substr(0, hashes[0].find(':')) == hashes[1].substr(0, hashes[1].find(':')));
  CHECK(hashes[0].ends_with(":1"));
  CHECK(hashes[1].ends_with(":2"));
}

TEST_CASE("line hashes: characters count as UTF-16 units") {
  CHECK(line_hashes("é") != line_hashes("e"));
  CHECK(line_hashes("😀").size() == 1);
}

}  // namespace
}  // namespace doccord
