#include "report/short_diff.h"

#include <doctest/doctest.h>

namespace doccord {
namespace {

const Paint kPlain(false);

TEST_CASE("short diff: what changed stands in brackets among the words next to it") {
  CHECK(short_diff("The method used is not allowed.", "The HTTP verb used is not allowed.",
                   kPlain) == "The [-method-]{+HTTP verb+} used is not allowed.");
}

TEST_CASE("short diff: long stretches that both texts have are cut") {
  CHECK(short_diff("one two three four five six seven old eight nine ten eleven twelve thirteen",
                   "one two three four five six seven new eight nine ten eleven twelve thirteen",
                   kPlain) == "… four five six seven [-old-]{+new+} eight nine ten eleven …");
}

TEST_CASE("short diff: colour comes on top of the brackets") {
  CHECK(short_diff("a b", "a c", Paint(true)) == "a \x1b[31m[-b-]\x1b[0m\x1b[32m{+c+}\x1b[0m");
}

TEST_CASE("short diff: controls in the texts are harmless") {
  CHECK(short_diff("a b\x1b[2J", "a c", kPlain).find('\x1b') == std::string::npos);
}

}  // namespace
}  // namespace doccord
