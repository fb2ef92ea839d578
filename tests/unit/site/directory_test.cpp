#include "site/directory.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "support/failing_call.h"
#include "support/temporary_directory.h"

namespace doccord::test {
namespace {

Directory opened(const TemporaryDirectory& place) {
  auto directory = Directory::open_or_make(place.path().string());
  REQUIRE(directory);
  return std::move(*directory);
}

template <class T>
std::string fault(const Result<T>& result) {
  return result ? "" : result.error().message;
}

}  // namespace

TEST_CASE("directory: a lock that the file system does not know keeps nothing from anybody") {
  const TemporaryDirectory place;
  const Directory directory = opened(place);
  for (const int error : {EOPNOTSUPP, ENOLCK, ENOSYS, EINTR}) {
    const FailingCall failing("flock", error);
    CHECK(directory.lock());
    CHECK(failing.happened());
  }
  const FailingCall failing("flock", EIO);
  CHECK(fault(directory.lock()) == "cannot be locked: Input/output error");
}

TEST_CASE("directory: what could not be listed does not look empty") {
  const TemporaryDirectory place;
  const Directory directory = opened(place);
  REQUIRE(directory.replace("a", "1"));
  for (const char* call : {"fdopendir", "readdir"}) {
    const FailingCall failing(call, EIO);
    CHECK(fault(directory.names()) == "cannot be listed: Input/output error");
  }
  CHECK(*directory.names() == std::vector<std::string>{"a"});
}

TEST_CASE("directory: a file is replaced whole or stays what it was") {
  const TemporaryDirectory place;
  const Directory directory = opened(place);
  REQUIRE(directory.replace("deep/down/file", "old"));
  for (const char* call : {"write", "close", "renameat", "fsync"}) {
    CAPTURE(call);
    // Directories on the way are closed first.
    const FailingCall failing(call, ENOSPC, call == std::string("close") ? 2 : 1);
    CHECK(fault(directory.replace_durably("deep/down/file", "new")) ==
          "cannot be written: No space left on device");
    CHECK(failing.happened());
    CHECK(directory.read("deep/down/file") == "old");
    CHECK_FALSE(directory.has("deep/down/.doccord-new"));
  }
  {
    const FailingCall failing("openat", EACCES);
    CHECK(fault(directory.replace("deep/file", "new")) ==
          "its directory cannot be made: Permission denied");
  }
  {
    const FailingCall failing("openat", EACCES, 2);
    CHECK(fault(directory.replace("file", "new")) == "cannot be written: Permission denied");
  }
  CHECK(directory.replace_durably("deep/down/file", "new"));
  CHECK(directory.read("deep/down/file") == "new");
}

TEST_CASE("directory: one that another run makes meanwhile is fine") {
  const TemporaryDirectory place;
  const Directory directory = opened(place);
  {
    const FailingCall failing("mkdirat", EACCES);
    CHECK(fault(directory.replace("deep/file", "x")) ==
          "its directory cannot be made: Permission denied");
  }
  std::filesystem::create_directory(place.path() / "deep");
  const FailingCall missing("openat", ENOENT);
  CHECK(directory.replace("deep/file", "x"));
  CHECK(missing.happened());
}

TEST_CASE("directory: a file that cannot be read is none") {
  const TemporaryDirectory place;
  const Directory directory = opened(place);
  REQUIRE(directory.replace("file", "x"));
  for (const char* call : {"fstat", "read"}) {
    const FailingCall failing(call, EIO);
    CHECK_FALSE(directory.read("file"));
  }
  CHECK_FALSE(directory.read("none/file"));
  CHECK_FALSE(directory.read("."));
  CHECK(directory.read("file") == "x");
}

TEST_CASE("directory: a file is removed with the directories that are empty then") {
  const TemporaryDirectory place;
  const Directory directory = opened(place);
  REQUIRE(directory.replace("a/b/file", "x"));
  REQUIRE(directory.replace("a/other", "x"));
  {
    const FailingCall failing("unlinkat", EACCES);
    CHECK(fault(directory.remove("a/b/file")) == "cannot be removed: Permission denied");
  }
  {
    const FailingCall failing("unlinkat", ELOOP);  // A link on the way: nothing of ours is there.
    CHECK(directory.remove("a/b/file"));
  }
  CHECK(directory.remove("a/b/file"));
  CHECK_FALSE(directory.has("a/b"));
  CHECK(directory.has("a/other"));
  CHECK(directory.remove("a/b/file"));       // Gone already.
  CHECK(directory.remove("a/other/below"));  // A file stands where a directory was.
  CHECK(directory.remove("a/other"));
  CHECK_FALSE(directory.has("a"));
  std::filesystem::create_symlink(".", place.path() / "link");
  CHECK(directory.remove("link/file"));
  CHECK(directory.has("link"));
}

}  // namespace doccord::test
