#include "report/excerpt.h"

#include <doctest/doctest.h>

#include <string>

#include "text/utf8.h"

namespace doccord {
namespace {

// The line and, below it, the mark.
std::string shown(std::string_view text, Span span, std::size_t width) {
  const LineIndex lines(text);
  const Excerpt got = excerpt(lines, span, width);
  return got.text + "\n" + std::string(got.mark_column, ' ') + std::string(got.mark_width, '^');
}

TEST_CASE("excerpt: the line that the span starts on, marked below the span") {
  CHECK(shown("one\ntwo words\nthree", {8, 13}, 40) ==
        "two words\n"
        "    ^^^^^");
}

TEST_CASE("excerpt: a span over several lines is marked to the end of the first") {
  CHECK(shown("one two\nthree", {4, 10}, 40) ==
        "one two\n"
        "    ^^^");
}

TEST_CASE("excerpt: an empty span is one cell wide, at the end of a line too") {
  CHECK(shown("one", {1, 1}, 40) == "one\n ^");
  CHECK(shown("one\r\ntwo", {3, 3}, 40) == "one\n   ^");
  CHECK(shown("", {0, 0}, 40) == "\n^");
}

TEST_CASE("excerpt: tabs are blanks up to the next fourth cell") {
  CHECK(shown("\ta\tb", {3, 4}, 40) ==
        "    a   b\n"
        "        ^");
}

TEST_CASE("excerpt: wide and combining characters are measured in cells") {
  CHECK(shown("見つ x", {7, 8}, 40) ==
        "見つ x\n"
        "     ^");
  CHECK(shown("e\u0301 x", {4, 5}, 40) == "e\u0301 x\n  ^");
}

TEST_CASE("excerpt: controls are shown, and the mark covers all of what stands for them") {
  CHECK(shown("a\x1b"
              "b",
              {1, 2}, 40) ==
        "a\\x1bb\n"
        " ^^^^");
}

TEST_CASE("excerpt: a long line is a window round the span") {
  const std::string line = "0123456789abcdefghijklmnopqrstuvwxyz0123456789";
  CHECK(shown(line, {0, 3}, 20) ==
        "0123456789abcdefghi…\n"
        "^^^");
  CHECK(shown(line, {20, 24}, 20) ==
        "…defghijklmnopqrstu…\n"
        "        ^^^^");
  CHECK(shown(line, {44, 46}, 20) ==
        "…rstuvwxyz0123456789\n"
        "                  ^^");
}

TEST_CASE("excerpt: a span that is longer than the window fills it") {
  const std::string line(100, 'a');
  const LineIndex lines(line);
  const Excerpt got = excerpt(lines, {10, 90}, 20);
  CHECK(display_width(got.text) == 20);
  CHECK(got.mark_column == 0);
  CHECK(got.mark_width == 20);
}

}  // namespace
}  // namespace doccord
