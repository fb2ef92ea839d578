#include "cli/lsp/uri.h"

#include <doctest/doctest.h>

#include <string>

namespace doccord::lsp {
namespace {

TEST_CASE("uri: paths and file: addresses lead to one another") {
  CHECK(uri_of_path("/a b/é.md") == "file:///a%20b/%C3%A9.md");
  CHECK(path_of_uri("file:///a%20b/%C3%A9.md") == "/a b/é.md");
  CHECK(path_of_uri("file://localhost/a.md") == "/a.md");
  CHECK(path_of_uri("file:///a%2") == "/a%2");
  CHECK(path_of_uri("file:///a%zz.md#x") == "/a%zz.md");
}

TEST_CASE("uri: other addresses have no path") {
  CHECK(path_of_uri("untitled:Untitled-1") == std::nullopt);
  CHECK(path_of_uri("file:") == std::nullopt);
  CHECK(path_of_uri("file://host") == std::nullopt);
  CHECK(path_of_uri("") == std::nullopt);
}

}  // namespace
}  // namespace doccord::lsp
