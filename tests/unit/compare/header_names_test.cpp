#include "compare/header_names.h"

#include <doctest/doctest.h>

namespace doccord {
namespace {

TEST_CASE("header names: one slip away from a known one") {
  CHECK(near_header_name("WW-Authenticate") == "WWW-Authenticate");
  CHECK(near_header_name("Content-Lenght") == "Content-Length");
  CHECK(near_header_name("Retry-Afer") == "Retry-After");
}

TEST_CASE("header names: what is no slip") {
  CHECK_FALSE(near_header_name("WWW-Authenticate"));
  CHECK_FALSE(near_header_name("content-range"));
  CHECK_FALSE(near_header_name("Non-Authoritative"));
  CHECK_FALSE(near_header_name("Time-out"));
  CHECK_FALSE(near_header_name("X-Rate-Limit"));
  CHECK_FALSE(near_header_name("Location"));
}

}  // namespace
}  // namespace doccord
