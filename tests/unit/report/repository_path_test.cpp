#include "report/repository_path.h"

#include <doctest/doctest.h>

namespace doccord {

TEST_CASE("repository path: from the root of the repository, whatever the working directory") {
  TextOptions options;
  options.directory = "/repo/docs";
  options.root = "/repo";
  CHECK(repository_path(options, "a.md") == "docs/a.md");
  CHECK(repository_path(options, "../b/./c.md") == "b/c.md");
  CHECK(repository_path(options, "/repo/d.md") == "d.md");
}

TEST_CASE("repository path: what lies outside is named without its directories") {
  TextOptions options;
  CHECK(repository_path(options, "docs//a.md") == "docs/a.md");
  CHECK(repository_path(options, "/etc/passwd") == "passwd");
  CHECK(repository_path(options, "../secret/a.md") == "a.md");
  options.directory = "/repo/docs";
  options.root = "/repo";
  CHECK(repository_path(options, "/etc/passwd") == "passwd");
  CHECK(repository_path(options, "../../other/a.md") == "a.md");
}

}  // namespace doccord
