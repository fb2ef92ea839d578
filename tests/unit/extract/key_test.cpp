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

TEST_CASE("key: the registry knows ranges by a plain hyphen and options without their negation") {
  CHECK(canonical_key("4000\u20134999") == "4000-4999");
  CHECK(canonical_key("--[no-]verbose") == "--verbose");
  CHECK(canonical_key("--no-verbose") == "--no-verbose");
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

TEST_CASE("key: one in disguise is taken as it is written") {
  CHECK(is_key("\u0415404", KeyPattern::identifier));  // A Cyrillic letter.
  CHECK(is_key("ERR_\u0421ONN", KeyPattern::identifier));
  CHECK(is_key("E4\u200B05", KeyPattern::identifier));  // A space of no width.
  CHECK(is_key("4\u200B04", KeyPattern::number));
  CHECK(is_key("0x80\u00AD070005", KeyPattern::hexadecimal));
  CHECK(is_key("E404\u200B", KeyPattern::identifier));
  CHECK(key_size("4\u200B04 Not Found", KeyPattern::number) == 6);
  // What is not seen behind a key that goes on in words is none of it.
  CHECK(key_size("404\u200B Not Found", KeyPattern::number) == 3);
  CHECK(key_size("404 \u041D\u0435\u0442", KeyPattern::number) == 3);
}

TEST_CASE("key: words of another script are no keys") {
  for (const char* text : {"\u0421\u0422\u041E\u041F", "\u0410", "IP\u0430\u0434\u0440\u0435\u0441",
                           "\u03B1-4", "\u200B", "\uFF25\uFF14"}) {
    CAPTURE(text);
    CHECK_FALSE(is_key(text, KeyPattern::identifier));
  }
}

}  // namespace doccord::test
