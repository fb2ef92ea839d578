#include "site/write_site.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/failing_call.h"

namespace doccord::test {
namespace {

namespace fs = std::filesystem;

// A directory of its own for one test, removed at its end.
class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "doccord-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) FAIL("cannot make a directory");
    path_ = name;
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { fs::remove_all(path_); }
  fs::path operator/(const std::string& name) const { return path_ / name; }

 private:
  fs::path path_;
};

void put(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string get(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string fault(const Result<WriteSummary>& result) {
  return result ? "" : result.error().message;
}

TEST_CASE("files are told as they are written") {
  const Scratch scratch;
  std::vector<std::pair<std::size_t, std::size_t>> told;
  REQUIRE(write_site({{{"a", "1"}, {"b", "2"}}}, (scratch / "site").string(),
                     [&](std::size_t done, std::size_t all) { told.emplace_back(done, all); }));
  CHECK(told == std::vector<std::pair<std::size_t, std::size_t>>{{2, 2}});
}

TEST_CASE("a site is written to a directory that is new or empty") {
  const Scratch scratch;
  const Site site{{{"index.html", "one"}, {"key/404/index.html", "two"}}};
  fs::create_directories(scratch / "empty");
  for (const char* name : {"deep/new", "empty"}) {
    const auto written = write_site(site, (scratch / name).string());
    REQUIRE(written);
    CHECK(written->written == 2);
    CHECK(get(scratch / name / "index.html") == "one");
    CHECK(get(scratch / name / "key/404/index.html") == "two");
  }
}

TEST_CASE("a second site replaces what changed, keeps what did not and removes what is gone") {
  const Scratch scratch;
  const std::string at = (scratch / "site").string();
  REQUIRE(write_site({{{"a", "1"}, {"b", "2"}, {"deep/down/c", "3"}, {"deep/d", "4"}}}, at));
  put(scratch / "site/mine.txt", "kept");
  const auto before = fs::last_write_time(scratch / "site/a");
  const auto again = write_site({{{"a", "1"}, {"b", "two"}, {"deep/d", "4"}}}, at);
  REQUIRE(again);
  CHECK(again->written == 1);
  CHECK(again->unchanged == 2);
  CHECK(again->removed == 1);
  CHECK(fs::last_write_time(scratch / "site/a") == before);
  CHECK(get(scratch / "site/b") == "two");
  CHECK_FALSE(fs::exists(scratch / "site/deep/down"));
  CHECK(get(scratch / "site/deep/d") == "4");
  CHECK(get(scratch / "site/mine.txt") == "kept");
}

TEST_CASE("a directory with somebody else's files is refused and left as it is") {
  const Scratch scratch;
  put(scratch / "home/thesis.txt", "years of work");
  CHECK(fault(write_site({{{"index.html", "x"}}}, (scratch / "home").string())) ==
        "holds files that are not a website by doccord, such as `thesis.txt`; expected a directory "
        "that is new, empty or written by `doccord build`");
  CHECK_FALSE(fs::exists(scratch / "home/index.html"));
  put(scratch / "file", "");
  CHECK(fault(write_site(Site{}, (scratch / "file").string()))
            .starts_with("cannot be used as a directory to write to"));
}

TEST_CASE("a file that is not the site's is not overwritten") {
  const Scratch scratch;
  const std::string at = (scratch / "site").string();
  REQUIRE(write_site({{{"a", "1"}}}, at));
  put(scratch / "site/b", "mine");
  CHECK(fault(write_site({{{"a", "2"}, {"b", "3"}}}, at)) ==
        "is in the way: the website needs this path");
  CHECK(get(scratch / "site/a") == "1");
  CHECK(get(scratch / "site/b") == "mine");
}

TEST_CASE("a list of files that leads out of the directory is not believed") {
  const Scratch scratch;
  const std::string at = (scratch / "site").string();
  REQUIRE(write_site({{{"a", "1"}}}, at));
  put(scratch / "victim", "kept");
  const std::string marker = get(scratch / "site/.doccord-site");
  for (const char* path : {"../victim\n", "/etc/x\n", "a//b\n", "./a\n", "no line end"}) {
    put(scratch / "site/.doccord-site", marker + path);
    CHECK(fault(write_site({{{"a", "2"}}}, at)) ==
          "is not a list of a website's files; remove it, or choose another directory");
  }
  for (const std::string& text : {marker + std::string("a\0b\n", 4), std::string("my notes\n")}) {
    put(scratch / "site/.doccord-site", text);
    CHECK(fault(write_site({{{"a", "2"}}}, at)) ==
          "is not a list of a website's files; remove it, or choose another directory");
  }
  CHECK(get(scratch / "victim") == "kept");
  CHECK(get(scratch / "site/a") == "1");
}

TEST_CASE("a directory that cannot be locked or listed is not written to") {
  const Scratch scratch;
  const std::string at = (scratch / "site").string();
  {
    const FailingCall failing("flock", EIO);
    CHECK(fault(write_site({{{"a", "1"}}}, at)) == "cannot be locked: Input/output error");
  }
  {
    const FailingCall failing("readdir", EIO);
    CHECK(fault(write_site({{{"a", "1"}}}, at)) == "cannot be listed: Input/output error");
  }
  CHECK(fs::is_empty(at));
}

TEST_CASE("symbolic links inside the directory are not followed") {
  const Scratch scratch;
  const std::string at = (scratch / "site").string();
  REQUIRE(write_site({{{"a", "1"}, {"key/b", "1"}, {"old/c", "1"}}}, at));
  put(scratch / "outside/a", "kept");
  put(scratch / "outside/b", "kept");
  put(scratch / "outside/c", "kept");
  fs::remove(scratch / "site/a");
  fs::create_symlink(scratch / "outside/a", scratch / "site/a");
  fs::remove_all(scratch / "site/old");
  fs::create_directory_symlink(scratch / "outside", scratch / "site/old");
  REQUIRE(write_site({{{"a", "2"}, {"key/b", "1"}}}, at));
  CHECK(get(scratch / "site/a") == "2");
  CHECK_FALSE(fs::is_symlink(scratch / "site/a"));
  fs::remove_all(scratch / "site/key");
  fs::create_directory_symlink(scratch / "outside", scratch / "site/key");
  CHECK(fault(write_site({{{"a", "2"}, {"key/b", "2"}}}, at))
            .starts_with("its directory cannot be made"));
  for (const char* name : {"a", "b", "c"}) CHECK(get(scratch / "outside" / name) == "kept");
}

TEST_CASE("a run that was cut off leaves nothing in the way of the next") {
  const Scratch scratch;
  const std::string at = (scratch / "site").string();
  REQUIRE(write_site({{{"a", "1"}}}, at));
  put(scratch / "site/.doccord-new", "half a fi");
  const auto again = write_site({{{"a", "2"}}}, at);
  REQUIRE(again);
  CHECK(get(scratch / "site/a") == "2");
  CHECK_FALSE(fs::exists(scratch / "site/.doccord-new"));
}

}  // namespace
}  // namespace doccord::test
