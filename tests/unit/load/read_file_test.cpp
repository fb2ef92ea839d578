#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <string>

#include "load/document_file.h"
#include "load/load.h"
#include "support/failing_call.h"
#include "support/temporary_directory.h"

namespace doccord::test {
namespace {

std::string read(const std::string& path, std::size_t most = 10) {
  const auto bytes = read_file(path, most);
  return bytes ? *bytes : bytes.error().message;
}

}  // namespace

TEST_CASE("file: its bytes, or why there are none") {
  const TemporaryDirectory directory;
  const WorkingDirectory here(directory.path());
  std::ofstream("file") << "ten bytes.";
  CHECK(read("file") == "ten bytes.");
  CHECK(read("file", 9) == "exceeds the limit of 0 MiB a file");
  CHECK(read("none") == "cannot read: No such file or directory");
  CHECK(read(".") == "cannot read: not a regular file");
  REQUIRE(::mkfifo("pipe", 0600) == 0);
  CHECK(read("pipe") == "cannot read: not a regular file");
  {
    const FailingCall failing("fstat", EIO);
    CHECK(read("file") == "Input/output error");
  }
  {
    const FailingCall failing("read", EIO);
    CHECK(read("file") == "cannot read: Input/output error");
  }
  const FailingCall interrupted("read", EINTR);
  CHECK(read("file") == "ten bytes.");
  CHECK(interrupted.happened());
}

TEST_CASE("file: a text that is not saved yet counts in its place, within the same limits") {
  const TemporaryDirectory directory;
  const WorkingDirectory here(directory.path());
  std::ofstream("file") << "saved";
  const UnsavedTexts unsaved{{canonical_path("file"), "not saved"}};
  CHECK(*read_file("file", 10, &unsaved) == "not saved");
  CHECK(read_file("file", 8, &unsaved).error().message == "exceeds the limit of 0 MiB a file");
  std::ofstream("other") << "other";
  CHECK(*read_file("other", 10, &unsaved) == "other");
  CHECK(read_document_file("none", nullptr).error().message ==
        "cannot read: No such file or directory");
}

TEST_CASE("file: a document that is too large says how more is allowed") {
  const TemporaryDirectory directory;
  const WorkingDirectory here(directory.path());
  std::ofstream("file") << "x";
  std::filesystem::resize_file("file", (std::size_t{64} << 20) + 1);
  CHECK(read_document_file("file", nullptr).error().message ==
        "exceeds the limit of 64 MiB a file; --limit bytes=N allows more");
}

TEST_CASE("file: a path that leads in circles stands for itself") {
  const TemporaryDirectory directory;
  const WorkingDirectory here(directory.path());
  std::filesystem::create_symlink("b", "a");
  std::filesystem::create_symlink("a", "b");
  CHECK(canonical_path("a/x") == "a/x");
}

}  // namespace doccord::test
