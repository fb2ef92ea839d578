#include "mend/name_style.h"

#include <doctest/doctest.h>

namespace doccord {
namespace {

TEST_CASE("names take the convention of the document that they go into") {
  const NameWords words{{"uri", "URI"}, {"http", "HTTP"}};
  CHECK(restyled("NOT_FOUND", "Bad Request", "", words) == "Not Found");
  CHECK(restyled("URI_TOO_LONG", "Bad Request", "", words) == "URI Too Long");
  CHECK(restyled("URI_TOO_LONG", "Bad request", "", words) == "URI too long");
  CHECK(restyled("NOT_FOUND", "bad request", "", words) == "not found");
  CHECK(restyled("Request-URI Too Long", "HTTP_STATUS_BAD_REQUEST", "HTTP_STATUS_", words) ==
        "HTTP_STATUS_REQUEST_URI_TOO_LONG");
  CHECK(restyled("Not Found", "StatusBadRequest", "Status", words) == "StatusNotFound");
  CHECK(restyled("Not Found", "badRequest", "", words) == "notFound");
  CHECK(restyled("Not Found", "bad-request", "", words) == "not-found");
  CHECK(restyled("Not Found", "err_bad_request", "err_", words) == "err_not_found");
  CHECK(restyled("I'm a teapot", "BAD_REQUEST", "", words) == "IM_A_TEAPOT");
}

TEST_CASE("a phrase stays as it is among phrases") {
  CHECK(restyled("Non-Authoritative Information", "Bad request", "", {}) ==
        "Non-Authoritative Information");
}

}  // namespace
}  // namespace doccord
