#include "parse/markdown_guard.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>

#include "unit/parse/parsed.h"

namespace doccord {
namespace {

std::string excess(const std::string& markdown) {
  std::size_t steps = 0;
  const auto failure = find_excess(markdown, steps);
  return failure ? std::to_string(failure->offset) + ": " + failure->message : "none";
}

}  // namespace

TEST_CASE("markdown guard: lists and quotes within one another are counted by their markers") {
  constexpr const char* kTooDeep =
      "0: nesting exceeds the limit of 512 lists and quotes; --limit depth=N allows more";
  for (const char* marker : {"> ", "- ", "+ ", "* ", "1. ", "1) ", "> 12) ", "-\t"}) {
    CAPTURE(marker);
    CHECK(excess(repeat(marker, 600) + "x") == kTooDeep);
    CHECK(excess(repeat(marker, 200) + "x") == "none");
  }
}

TEST_CASE("markdown guard: what only looks like a marker opens nothing") {
  for (const char* no_marker : {") ", ". ", ">) ", "-. ", " ) ", "x) "}) {
    CAPTURE(no_marker);
    CHECK(excess(repeat(no_marker, 600) + "x") == "none");
  }
  CHECK(excess(repeat("- ", 600)) == "none");  // A rule.
}

}  // namespace doccord
