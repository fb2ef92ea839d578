#include "compare/statements.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace doccord {
namespace {

std::vector<Contradiction> contradictions(const std::string& a, const std::string& b) {
  const Glosses glosses;
  const UnitText text_a = read_units(a, glosses);
  const UnitText text_b = read_units(b, glosses);
  return find_contradictions(text_a, read_statements(text_a), text_b, read_statements(text_b));
}

struct Pair {
  std::string a;
  std::string b;
};

TEST_CASE("statements: opposites about the same thing, with the kind of evidence") {
  const std::vector<std::pair<Pair, FactKind>> opposites = {
      {{"Sent when the disk is full. A client must retry the request.",
        "The request must not be retried by a client. Clients see this seldom."},
       FactKind::requirement},
      {{"The server must close the connection.", "The server must not close the connection."},
       FactKind::requirement},
      {{"A proxy may cache this response.", "This response must not be cached by a proxy."},
       FactKind::requirement},
      {{"Responses with this code should include a body.",
        "Something went wrong. Responses with this code should not include a body."},
       FactKind::requirement},
      {{"The queue is full. This response is cacheable by default.",
        "This response is not cacheable by default; see the manual."},
       FactKind::negation},
      {{"The connection times out after 30 seconds.",
        "Nobody answered. The connection times out after 60 seconds."},
       FactKind::number},
      {{"The server keeps the lock for 5 minutes.", "The server keeps the lock for 300 ms."},
       FactKind::number}};
  for (const auto& opposite : opposites) {
    const auto& pair = opposite.first;
    CAPTURE(pair.a);
    CAPTURE(pair.b);
    const auto found = contradictions(pair.a, pair.b);
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == opposite.second);
    CHECK(contradictions(pair.b, pair.a).size() == 1);
  }
}

TEST_CASE("statements: what is no contradiction") {
  const std::vector<Pair> pairs = {
      {"The client must retry the request.", "The server must not retry the request."},
      {"The client must retry the request.", "The client must not repeat the header."},
      {"The client must retry if the server asks.", "The client must not retry the request."},
      {"The client should retry the request.", "The client may retry the request."},
      {"The server keeps the lock for 5 minutes.", "The server keeps the lock for 300 s."},
      {"The server keeps the lock for 5 minutes.", "The client waits for 10 minutes."},
      {"The resource was not found.", "The resource was moved to another place."},
      {"The resource was found.", "No resource was found under the old name of the server."},
      {"Up to 30 entries are listed.", "Up to 60 bytes are read."},
      {"The request was not valid.", "The request was invalid."},
      {"The default on Linux and FreeBSD.",
       "The first of these, except that it is the default on Linux and FreeBSD."},
      {"1.0 logs all statements from all transactions.",
       "0 means not to log statements from any transactions."}};
  for (const Pair& pair : pairs) {
    CAPTURE(pair.a);
    CAPTURE(pair.b);
    CHECK(contradictions(pair.a, pair.b).empty());
    CHECK(contradictions(pair.b, pair.a).empty());
  }
}

}  // namespace
}  // namespace doccord
