#include "extract/key.h"

#include <doctest/doctest.h>

namespace doccord::test {

TEST_CASE("key: each pattern takes its own keys and no others") {
  CHECK(is_key("404", KeyPattern::number));
  CHECK(is_key("404.15", KeyPattern::number));
  CHECK(is_key("4000-4999", KeyPattern::number));
  CHECK(is_key("4000\u20134999", KeyPattern::number));
  CHECK_FALSE(is_key("12345678901", KeyPattern::number));
  CHECK_FALSE(is_key("4xx", KeyPattern::number));
  CHECK_FALSE(is_key("404.", KeyPattern::number));
  CHECK(is_key("0x80070005", KeyPattern::hexadecimal));
  CHECK_FALSE(is_key("80070005", KeyPattern::hexadecimal));
  CHECK(is_key("XX002", KeyPattern::sqlstate));
  CHECK(is_key("01000", KeyPattern::sqlstate));
  CHECK_FALSE(is_key("HELLO", KeyPattern::sqlstate));
  CHECK_FALSE(is_key("xx002", KeyPattern::sqlstate));
  CHECK(is_key("max_connections", KeyPattern::identifier));
  CHECK(is_key("--verbose", KeyPattern::identifier));
  CHECK_FALSE(is_key("two words", KeyPattern::identifier));
}

TEST_CASE("key: constants are told from plain words") {
  for (const char* text :
       {"HTTP_STATUS_OK", "ENOENT", "OK", "NotFound", "--verbose", "http.proxy"}) {
    CAPTURE(text);
    CHECK(is_constant(text));
  }
  for (const char* text : {"Gone", "found", "Not Found", "404", "", "-"}) {
    CAPTURE(text);
    CHECK_FALSE(is_constant(text));
  }
}

TEST_CASE("key: a range is kept with a plain hyphen") {
  CHECK(canonical_key("4000\u20134999") == "4000-4999");
  CHECK(canonical_key("404") == "404");
}

}  // namespace doccord::test
