#include "load/scope.h"

#include <doctest/doctest.h>

namespace doccord::test {

TEST_CASE("scope: a key stands for itself and for what is numbered below it") {
  CHECK(falls_within("404", "404"));
  CHECK(falls_within("404.15", "404"));
  CHECK(falls_within("404.15", "404.15"));
  CHECK_FALSE(falls_within("404", "404.15"));
  CHECK_FALSE(falls_within("4040", "404"));
  CHECK_FALSE(falls_within("E404.1", "E404"));
  CHECK(falls_within("ENOENT", "ENOENT"));
}

TEST_CASE("scope: an x stands for any digit") {
  CHECK(falls_within("404", "4xx"));
  CHECK(falls_within("404.15", "4XX"));
  CHECK_FALSE(falls_within("4040", "4xx"));
  CHECK_FALSE(falls_within("504", "4xx"));
  CHECK_FALSE(falls_within("4xx", "5xx"));
  CHECK(falls_within("0x80070005", "0x8007xxxx"));
  CHECK(falls_within("0x8007abcd", "0x8007xxxx"));
  CHECK_FALSE(falls_within("0x80080005", "0x8007xxxx"));
  CHECK_FALSE(falls_within("80070005", "0x8007xxxx"));
}

TEST_CASE("scope: a range holds both ends, and the ranges within it") {
  CHECK(falls_within("400", "400-499"));
  CHECK(falls_within("499", "400-499"));
  CHECK(falls_within("499.7", "400-499"));
  CHECK(falls_within("410-420", "400-499"));
  CHECK_FALSE(falls_within("490-510", "400-499"));
  CHECK_FALSE(falls_within("500", "400-499"));
  CHECK_FALSE(falls_within("45", "400-499"));
  CHECK_FALSE(falls_within("ENOENT", "400-499"));
  CHECK(falls_within("0x1F", "0x10-0x20"));
  CHECK_FALSE(falls_within("17", "0x10-0x20"));
  CHECK_FALSE(falls_within("max-age", "max-size"));
}

TEST_CASE("scope: a star stands for any text") {
  CHECK(falls_within("ERR_NAME", "ERR_*"));
  CHECK(falls_within("ERR_", "ERR_*"));
  CHECK(falls_within("anything", "*"));
  CHECK(falls_within("a_b_c", "a*b*c"));
  CHECK_FALSE(falls_within("a_b_d", "a*b*c"));
  CHECK_FALSE(falls_within("WARN_NAME", "ERR_*"));
}

TEST_CASE("scope: no patterns mean everything") {
  CHECK(in_scope("404", {}));
  CHECK(in_scope("404", {"5xx", "4xx"}));
  CHECK_FALSE(in_scope("304", {"5xx", "4xx"}));
}

}  // namespace doccord::test
