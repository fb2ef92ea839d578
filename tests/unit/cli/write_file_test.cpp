#include "cli/write_file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <thread>

#include "support/failing_call.h"
#include "support/temporary_directory.h"

namespace doccord::test {
namespace {

namespace fs = std::filesystem;

std::string get(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string fault(const Result<void>& result) { return result ? "" : to_string(result.error()); }

std::set<std::string> names_in(const fs::path& directory) {
  std::set<std::string> names;
  for (const auto& each : fs::directory_iterator(directory)) names.insert(each.path().filename());
  return names;
}

}  // namespace

TEST_CASE("a file is replaced in one step, or stays what it was") {
  const TemporaryDirectory directory;
  const std::string path = (directory.path() / "file").string();
  REQUIRE(write_file(path, "old"));
  struct Case {
    const char* call;
    int error;
    int nth;
    const char* message;
  };
  for (const Case& each : {Case{"open", EACCES, 1, "Permission denied"},
                           {"write", ENOSPC, 1, "No space left on device"},
                           {"fchmod", EPERM, 1, "Operation not permitted"},
                           {"fsync", EIO, 1, "Input/output error"},
                           {"close", ENOSPC, 1, "No space left on device"},
                           {"rename", EROFS, 1, "Read-only file system"}}) {
    CAPTURE(each.call);
    const FailingCall failing(each.call, each.error, each.nth);
    CHECK(fault(write_file(path, "new")) == path + ": error: cannot write: " + each.message);
    CHECK(failing.happened());
    CHECK(get(path) == "old");
    CHECK(names_in(directory.path()) == std::set<std::string>{"file"});
  }
  {
    const FailingCall full("write", ENOSPC);
    const FailingCall broken("close", EIO);
    CHECK(fault(write_file(path, "new")) ==
          path + ": error: cannot write: No space left on device");
  }
  {
    const FailingCall failing("fsync", EIO, 2);  // Of the directory, which not all can.
    CHECK(write_file(path, "new"));
  }
  {
    const FailingCall failing("open", EACCES, 2);
    CHECK(write_file(path, "newer"));
  }
  CHECK(get(path) == "newer");
}

TEST_CASE("a file keeps its mode, a new one has that of the umask") {
  const TemporaryDirectory directory;
  const std::string path = (directory.path() / "file").string();
  const mode_t before = ::umask(027);
  REQUIRE(write_file(path, "x"));
  ::umask(before);
  struct stat facts {};
  REQUIRE(::stat(path.c_str(), &facts) == 0);
  CHECK((facts.st_mode & 07777) == 0640);
  REQUIRE(::chmod(path.c_str(), 0604) == 0);
  REQUIRE(write_file(path, "y"));
  REQUIRE(::stat(path.c_str(), &facts) == 0);
  CHECK((facts.st_mode & 07777) == 0604);
}

TEST_CASE("a link stays and what it leads to is written; so is what is no file") {
  const TemporaryDirectory directory;
  const std::string path = (directory.path() / "link").string();
  fs::create_symlink("real", path);
  REQUIRE(write_file((directory.path() / "real").string(), "old"));
  REQUIRE(write_file(path, "new"));
  CHECK(fs::is_symlink(path));
  CHECK(get(directory.path() / "real") == "new");
  CHECK(write_file("/dev/null", "x"));
  CHECK(fault(write_file("/dev/full", "x")) ==
        "/dev/full: error: cannot write: No space left on device");
  CHECK(fault(write_file(directory.path().string(), "x")) ==
        directory.path().string() + ": error: cannot write: Is a directory");
}

TEST_CASE("what a killed run of our number left is in nobody's way") {
  const TemporaryDirectory directory;
  const WorkingDirectory here(directory.path());
  const std::string left = "file." + std::to_string(::getpid()) + "-new";
  std::ofstream(left) << "half";
  REQUIRE(write_file("file", "whole"));
  CHECK(get("file") == "whole");
  CHECK(names_in(".") == std::set<std::string>{"file"});
}

TEST_CASE("bytes are added to a file") {
  const TemporaryDirectory directory;
  const std::string path = (directory.path() / "file").string();
  REQUIRE(append_file(path, "a"));
  REQUIRE(append_file(path, "b"));
  CHECK(get(path) == "ab");
  CHECK(fault(append_file("/dev/full", "x")) ==
        "/dev/full: error: cannot write: No space left on device");
  CHECK(fault(append_file(directory.path().string(), "x")) ==
        directory.path().string() + ": error: cannot write: Is a directory");
}

TEST_CASE("a lock is held by one at a time, and its file goes with it") {
  const TemporaryDirectory directory;
  const std::string path = (directory.path() / "file").string();
  std::string order;
  std::thread second;
  {
    const auto first = FileLock::hold(path);
    REQUIRE(first);
    CHECK(names_in(directory.path()) == std::set<std::string>{"file.lock"});
    second = std::thread([&] {
      const FailingCall interrupted("flock", EINTR, 2);
      const auto later = FileLock::hold(path);
      order += interrupted.happened() && later ? "second" : "fault";
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    order += "first ";
  }
  second.join();
  CHECK(order == "first second");
  CHECK(names_in(directory.path()).empty());
}

TEST_CASE("a lock that cannot be had is told") {
  const TemporaryDirectory directory;
  const std::string path = (directory.path() / "file").string();
  const auto why = [&](const char* call, int error, int nth) {
    const FailingCall failing(call, error, nth);
    const auto held = FileLock::hold(path);
    return held ? "" : to_string(held.error());
  };
  CHECK(why("open", EACCES, 1) == path + ".lock: error: cannot write: Permission denied");
  // Looked at once more when what it is cannot be told.
  CHECK(why("fstat", EIO, 1).empty());
  const auto held = FileLock::hold(path);
  CHECK(why("flock", EIO, 2) == path + ".lock: error: cannot write: Input/output error");
}

TEST_CASE("a lock on a file that another took the place of keeps nobody out, and is not had") {
  const TemporaryDirectory directory;
  const WorkingDirectory here(directory.path());
  const int other = ::open("file.lock", O_RDWR | O_CREAT, 0600);
  REQUIRE(::flock(other, LOCK_EX) == 0);
  std::string there;
  std::thread waiting([&] {
    const auto held = FileLock::hold("file");
    there = get("file.lock");
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  std::ofstream("next") << "the later one";
  fs::rename("next", "file.lock");
  ::close(other);
  waiting.join();
  CHECK(there == "the later one");
}

}  // namespace doccord::test
