#include "text/csv_field.h"

#include <doctest/doctest.h>

namespace doccord {

TEST_CASE("CSV field: quoted where it must be") {
  CHECK(csv_field("") == "");
  CHECK(csv_field("a b") == "a b");
  CHECK(csv_field("a,b") == "\"a,b\"");
  CHECK(csv_field("a \"b\"") == "\"a \"\"b\"\"\"");
  CHECK(csv_field("a\nb") == "\"a\nb\"");
}

TEST_CASE("CSV field: what a spreadsheet would work out stays a text, and a number a number") {
  CHECK(csv_field("=1+1") == "'=1+1");
  CHECK(csv_field("@SUM(1,1)") == "\"'@SUM(1,1)\"");
  CHECK(csv_field("\tx") == "'\tx");
  CHECK(csv_field("-12") == "-12");
  CHECK(csv_field("+12") == "+12");
  CHECK(csv_field("-") == "-");
  CHECK(csv_field("-1+1") == "'-1+1");
}

}  // namespace doccord
