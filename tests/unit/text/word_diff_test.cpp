#include "text/word_diff.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "text/whitespace.h"

namespace doccord {
namespace {

std::string side(const std::vector<DiffRun>& runs, DiffRun::Op op) {
  std::string text;
  for (const DiffRun& run : runs) {
    if (run.op == DiffRun::Op::same || run.op == op) text += run.text;
  }
  return text;
}

}  // namespace

TEST_CASE("marked_diff: a replaced word stands beside its replacement") {
  CHECK(marked_diff("the method used", "the HTTP verb used") == "the [-method-]{+HTTP verb+} used");
}

TEST_CASE("marked_diff: a replaced phrase is one change") {
  CHECK(marked_diff("but is refusing to fulfill it", "but cannot fulfill it") ==
        "but [-is refusing to-]{+cannot+} fulfill it");
}

TEST_CASE("marked_diff: blanks stand outside of what one text alone has") {
  CHECK(marked_diff("a b c", "a c") == "a [-b-] c");
  CHECK(marked_diff("a c", "a b c") == "a {+b+} c");
  CHECK(marked_diff("", "a b") == "{+a b+}");
}

TEST_CASE("marked_diff: a blank alone is shown") {
  CHECK(marked_diff("processing , but", "processing, but") == "processing[- -], but");
}

TEST_CASE("marked_diff: equal texts are unmarked") { CHECK(marked_diff("a  b", "a b") == "a b"); }

TEST_CASE("word_diff: the runs give both texts back") {
  const std::vector<std::string> texts = {
      "",
      "The server couldn't decide what to return.",
      "The requested resource is available at one or more locations.",
      "a new permanent URI (Uniform Resource Identifier), and any",
      "a new permanent Uniform Resource Identifier (URI) , and any",
      "x , y",
      "x, y x, y",
      "( a )"};
  for (const std::string& a : texts) {
    for (const std::string& b : texts) {
      const std::vector<DiffRun> runs = word_diff(a, b);
      CHECK(side(runs, DiffRun::Op::removed) == collapse(a));
      CHECK(side(runs, DiffRun::Op::added) == collapse(b));
    }
  }
}

TEST_CASE("word_diff: swapping the texts swaps removed and added") {
  const std::vector<DiffRun> there = word_diff("a b c d", "a x c y d");
  std::vector<DiffRun> back = word_diff("a x c y d", "a b c d");
  CHECK(side(there, DiffRun::Op::removed) == side(back, DiffRun::Op::added));
  CHECK(there.size() == back.size());
}

TEST_CASE("word_diff: long texts with nothing in common are one change") {
  std::string a;
  std::string b;
  for (int i = 0; i < 3000; ++i) {
    a += "a" + std::to_string(i) + " ";
    b += "b" + std::to_string(i) + " ";
  }
  CHECK(word_diff("same " + a, "same " + b).size() == 3);
}

}  // namespace doccord
