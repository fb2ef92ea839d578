#include "compare/names.h"

#include <doctest/doctest.h>

#include <string>

namespace doccord {
namespace {

// In both orders, because the relation has no direction.
std::string relation(std::string_view a, std::string_view b) {
  const NameRelation there = relate_names(a, b);
  return there == relate_names(b, a) ? std::string(to_string(there)) : "asymmetric";
}

}  // namespace

TEST_CASE("relate_names: writing alone leaves names the same") {
  CHECK(relation("NOT_FOUND", "Not Found") == "same");
  CHECK(relation("NonAuthoritativeInformation", "Non-Authoritative Information") == "same");
  CHECK(relation("REQUEST_TIMEOUT", "Request Time-out") == "same");
  CHECK(relation("I_AM_A_TEAPOT", "I'm a teapot") == "same");
}

TEST_CASE("relate_names: other forms of the words are inflected") {
  CHECK(relation("SWITCH_PROTOCOLS", "Switching Protocols") == "inflected");
  CHECK(relation("Unrecognised Option", "UNRECOGNIZED_OPTION") == "inflected");
}

TEST_CASE("relate_names: shortened words are abbreviated") {
  CHECK(relation("PRECOND_FAILED", "Precondition Failed") == "abbreviated");
  CHECK(relation("PROXY_AUTH_REQ", "Proxy Authentication Required") == "abbreviated");
  CHECK(relation("SERVICE_UNAVAIL", "Service Unavailable") == "abbreviated");
  CHECK(relation("BAD_MSG", "Bad Message") == "abbreviated");
  CHECK(relation("URI_TOO_LONG", "Uniform Resource Identifier Too Long") == "abbreviated");
}

TEST_CASE("relate_names: words of one among those of the other are partial") {
  CHECK(relation("URI Too Long", "Request-URI Too Long") == "partial");
  CHECK(relation("VERSION_NOT_SUP", "HTTP Version not supported") == "partial");
  CHECK(relation("MOVED", "Moved Permanently") == "partial");
}

TEST_CASE("relate_names: a denial is never a part") {
  CHECK(relation("MODIFIED", "NOT_MODIFIED") == "different");
  CHECK(relation("VALID", "INVALID") == "different");
}

TEST_CASE("relate_names_of: the key at the end of a name is none of its words") {
  CHECK(relate_names_of("20", "OBSOLETE20", "Obsolete error") == NameRelation::partial);
  CHECK(relate_names_of("20", "Obsolete error", "OBSOLETE_20") == NameRelation::partial);
  CHECK(relate_names_of("24", "OBSOLETE20", "Obsolete error") == NameRelation::different);
  CHECK(relate_names_of("20", "OBSOLETE20", "Reserved") == NameRelation::different);
  CHECK(relate_names_of("20", "20", "Obsolete") == NameRelation::different);
  CHECK(relate_names_of("20", "ERROR20", "Error20") == NameRelation::same);
}

TEST_CASE("relate_names: other words are different") {
  CHECK(relation("AMBIGUOUS", "Multiple Choices") == "different");
  CHECK(relation("NOT_SUPPORTED", "Not Implemented") == "different");
}

}  // namespace doccord
