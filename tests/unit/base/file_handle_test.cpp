#include "base/file_handle.h"

#include <doctest/doctest.h>
#include <fcntl.h>

#include <cerrno>
#include <string>
#include <utility>

#include "support/failing_call.h"
#include "support/temporary_directory.h"

namespace doccord::test {

TEST_CASE("file handle: an interrupted call is made again") {
  const TemporaryDirectory directory;
  const std::string path = (directory.path() / "file").string();
  FileHandle file(::open(path.c_str(), O_RDWR | O_CREAT, 0600));
  REQUIRE(file.ok());
  {
    const FailingCall interrupted("write", EINTR);
    CHECK(write_all(file.get(), "all of it"));
    CHECK(interrupted.happened());
  }
  const FileHandle again(::open(path.c_str(), O_RDONLY));
  std::string bytes(9, ' ');
  const FailingCall interrupted("read", EINTR);
  CHECK(read_all(again.get(), bytes));
  CHECK(interrupted.happened());
  CHECK(bytes == "all of it");
}

TEST_CASE("file handle: what cannot be read, written or closed is told") {
  const TemporaryDirectory directory;
  const std::string path = (directory.path() / "file").string();
  FileHandle file(::open(path.c_str(), O_RDWR | O_CREAT, 0600));
  std::string bytes(1, ' ');
  CHECK_FALSE(read_all(file.get(), bytes));
  {
    const FailingCall full("write", ENOSPC);
    CHECK_FALSE(write_all(file.get(), "x"));
  }
  {
    const FailingCall broken("read", EIO);
    CHECK_FALSE(read_all(file.get(), bytes));
  }
  FileHandle moved(std::move(file));
  const FailingCall full("close", ENOSPC);
  CHECK_FALSE(moved.close());
}

}  // namespace doccord::test
