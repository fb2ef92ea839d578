#include "text/date.h"

#include <doctest/doctest.h>

namespace doccord {
namespace {

TEST_CASE("date: only days that exist, in one form") {
  CHECK(is_date("2024-02-29"));
  CHECK_FALSE(is_date("2025-02-29"));
  CHECK_FALSE(is_date("2025-2-9"));
  CHECK_FALSE(is_date("2025-13-01"));
  CHECK_FALSE(is_date("2025/01/01"));
  CHECK_FALSE(is_date(" 2025-01-1"));
  CHECK_FALSE(is_date("+025-01-01"));
  CHECK_FALSE(is_date(""));
}

TEST_CASE("date: seconds since 1970 as days") {
  CHECK(date_of_seconds(0) == "1970-01-01");
  CHECK(date_of_seconds(86399) == "1970-01-01");
  CHECK(date_of_seconds(1709164800) == "2024-02-29");
  CHECK_FALSE(date_of_seconds(-1));
  CHECK_FALSE(date_of_seconds(INT64_MAX));
}

TEST_CASE("date: days later") {
  CHECK(days_after("2024-02-28", 2) == "2024-03-01");
  CHECK(days_after("2024-12-31", 0) == "2024-12-31");
}

}  // namespace
}  // namespace doccord
