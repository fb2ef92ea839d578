#include "compare/duration.h"

#include <doctest/doctest.h>
#include <string_view>

namespace doccord::test {
namespace {

double seconds(std::string_view text) { return read_duration(text).value_or(-1); }

}  // namespace

TEST_CASE("durations are read in every notation") {
  CHECK(seconds("1h30m") == 5400);
  CHECK(seconds("1 h 30 min") == 5400);
  CHECK(seconds("1 hour and 30 minutes") == 5400);
  CHECK(seconds("2 days, 4 hours") == 187200);
  CHECK(seconds("1m30s") == 90);
  CHECK(seconds("1.5h") == 5400);
  CHECK(seconds("pt30s") == 30);
  CHECK(seconds("pt1h30m") == 5400);
  CHECK(seconds("p1d") == 86400);
  CHECK(seconds("p1dt12h") == 129600);
  CHECK(seconds("01:30:00") == 5400);
  CHECK(seconds("00:00:30") == 30);
}

TEST_CASE("what is no duration, or could be several, is none") {
  for (const std::string_view text : {"", "p", "pt", "p1m", "1:30", "00:99:00", "1:30:00x", "30m1h",
                                      "h", "-5s", "1 apple", "12:30:45:10", "1e9s"}) {
    CAPTURE(text);
    CHECK(seconds(text) == -1);
  }
}

}  // namespace doccord::test
