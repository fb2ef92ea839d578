#include "text/key_order.h"

#include <doctest/doctest.h>
#include <algorithm>
#include <string>
#include <vector>

namespace doccord::test {

TEST_CASE("key order: numbers by value, parts one by one, words behind numbers") {
  std::vector<std::string> sorted{"ENOENT", "0x10", "404.15",    "E10BIG", "07",
                                  "1000",   "2",    "404",       "404.2",  "0xA",
                                  "E2BIG",  "7",    "4000-4999", "01000"};
  std::sort(sorted.begin(), sorted.end(), key_less);
  const std::vector<std::string> expected{"2",         "07",    "7",      "0xA",   "0x10",
                                          "404",       "404.2", "404.15", "01000", "1000",
                                          "4000-4999", "E2BIG", "E10BIG", "ENOENT"};
  CHECK(sorted == expected);
}

TEST_CASE("key order: is a strict total order") {
  const std::vector<std::string> keys{"", "0", "00", "1", "1.", "1.0", "a", "A", "0x", "0x0", "-1"};
  for (const std::string& a : keys) {
    CHECK_FALSE(key_less(a, a));
    for (const std::string& b : keys) {
      CAPTURE(a);
      CAPTURE(b);
      if (a != b) CHECK(key_less(a, b) != key_less(b, a));
    }
  }
}

}  // namespace doccord::test
