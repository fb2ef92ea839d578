#include "load/links.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "load/load.h"
#include "support/temporary_directory.h"

namespace doccord::test {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

// A directory `docs` with links that lead to a document in it, beside it, and far from it.
struct Linked {
  TemporaryDirectory scratch;
  WorkingDirectory inside{scratch.path()};

  Linked() {
    fs::create_directories("tree/docs/more");
    write("secret", "a secret");
    write("tree/beside.md", "# Beside");
    write("tree/docs/own.md", "# Own");
    fs::create_symlink("own.md", "tree/docs/same.md");
    fs::create_symlink("../beside.md", "tree/docs/up.md");
    fs::create_symlink("../../secret", "tree/docs/far.md");
    fs::create_directory_symlink("../..", "tree/docs/out");
  }
};

std::string first_error(const tl::expected<SourceSet, std::vector<Error>>& loaded) {
  return loaded ? "none" : to_string(loaded.error().front());
}

constexpr const char* kLeadsOut =
    ": error: is reached by a symbolic link that leads out of the directory or repository; name "
    "the file itself";

}  // namespace

TEST_CASE("links: one that stays in the directory is followed, another is not") {
  const Linked linked;
  CHECK(check_links("tree/docs/own.md", "tree/docs"));
  CHECK(check_links("tree/docs/same.md", "tree/docs"));
  CHECK_FALSE(check_links("tree/docs/up.md", "tree/docs"));
  CHECK_FALSE(check_links("tree/docs/far.md", "tree/docs"));
  CHECK_FALSE(check_links("tree/docs/out/secret", "tree/docs"));
  // Who names such a file without a link sees what it is.
  CHECK(check_links("secret", "tree/docs"));
  CHECK(check_links("tree/docs/none.md", "tree/docs"));
  fs::create_symlink("nowhere", "tree/docs/dangling.md");
  CHECK(check_links("tree/docs/dangling.md", "tree/docs"));  // Reading it tells.
  CHECK_FALSE(check_links("tree/docs/same.md", "tree/none"));
}

TEST_CASE("links: in a repository, they may lead anywhere in it") {
  const Linked linked;
  fs::create_directory("tree/.git");
  CHECK(check_links("tree/docs/up.md", "tree/docs"));
  CHECK_FALSE(check_links("tree/docs/far.md", "tree/docs"));
}

TEST_CASE("links: documents of a configuration and of a directory") {
  const Linked linked;
  write("tree/docs/doccord.json", R"({"sources": [{"path": "own.md"}, {"path": "far.md"}]})");
  const auto loaded = load({{"tree/docs/doccord.json"}, "."});
  REQUIRE(loaded);
  CHECK(loaded->sources.size() == 1);
  REQUIRE(loaded->left_out.size() == 1);
  CHECK(to_string(loaded->left_out.front()) == std::string("tree/docs/far.md") + kLeadsOut);
  fs::remove("tree/docs/doccord.json");
  fs::remove("tree/docs/up.md");
  CHECK(first_error(load({{"tree/docs"}, "."})) == std::string("tree/docs/far.md") + kLeadsOut);
  // On the command line it was named by who runs this.
  CHECK(load({{"tree/docs/far.md"}, "."}));
}

TEST_CASE("links: the files of a document that is a directory") {
  const Linked linked;
  write("doccord.json", R"({"sources": [{"path": "tree/docs"}]})");
  fs::remove("tree/docs/up.md");
  CHECK(first_error(load({{"doccord.json"}, "."})) == std::string("tree/docs/far.md") + kLeadsOut);
  fs::remove("tree/docs/far.md");
  CHECK(load({{"doccord.json"}, "."}));
}

}  // namespace doccord::test
