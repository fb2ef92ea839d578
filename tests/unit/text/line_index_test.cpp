#include "text/line_index.h"

#include <doctest/doctest.h>
#include <string>

namespace doccord::test {

TEST_CASE("line index: columns are code points, lines end with LF or CR LF") {
  const LineIndex index("caf\u00E9 \U0001F600x\r\n\tsecond\n");
  CHECK(index.position(0) == Position{1, 1});
  CHECK(index.position(5) == Position{1, 5});   // Behind the two bytes of é.
  CHECK(index.position(10) == Position{1, 7});  // Behind the four bytes of the emoji.
  CHECK(index.position(13) == Position{2, 1});
  CHECK(index.position(14) == Position{2, 2});
  CHECK(index.position(1000) == Position{3, 1});
  CHECK(index.line_count() == 3);
  CHECK(index.line(1) == "caf\u00E9 \U0001F600x");
  CHECK(index.line(2) == "\tsecond");
  CHECK(index.line(3).empty());
}

TEST_CASE("line index: the lines of several files are counted file by file") {
  const LineIndex index("one\ntwo\nthree\nfour", {8});
  CHECK(index.position(5) == Position{2, 2});
  CHECK(index.position(8) == Position{1, 1});
  CHECK(index.position(16) == Position{2, 3});
  CHECK(index.line_span_at(16) == Span{14, 18});
  CHECK(index.line(3) == "three");
  CHECK(line_from("one\ntwo", 1) == "ne");
  CHECK(line_from("one\ntwo", 4) == "two");
}

TEST_CASE("line index: columns far along a line are counted like those near its start") {
  std::string text = "first\n";
  for (int i = 0; i < 3000; ++i) text += "\u00E9x";
  const LineIndex index(text);
  for (std::size_t i = 0; i < 3000; i += 7) {
    CHECK(index.position(6 + 3 * i) == Position{2, 2 * i + 1});
    CHECK(index.position(6 + 3 * i + 2) == Position{2, 2 * i + 2});
  }
}

}  // namespace doccord::test
