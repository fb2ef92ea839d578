#include "cli/scratch_directory.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "support/failing_call.h"
#include "support/temporary_directory.h"

namespace doccord::test {
namespace {

namespace fs = std::filesystem;

// Where temporary files go, until it is left.
class TemporaryFilesIn {
 public:
  explicit TemporaryFilesIn(const fs::path& path) {
    if (const char* const before = std::getenv("TMPDIR")) before_ = before;
    ::setenv("TMPDIR", path.c_str(), 1);
  }
  ~TemporaryFilesIn() { before_ ? ::setenv("TMPDIR", before_->c_str(), 1) : ::unsetenv("TMPDIR"); }

 private:
  std::optional<std::string> before_;
};

bool empty_soon(const fs::path& directory) {
  for (int i = 0; i < 2000; ++i) {
    if (fs::is_empty(directory)) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

// A copy of this process makes one, puts files into it and then does something else.
void in_a_copy(const std::function<void(const ScratchDirectory&)>& work) {
  const pid_t copy = ::fork();
  if (copy == 0) {
    auto made = ScratchDirectory::make();
    if (!made) ::_exit(1);
    fs::create_directory(fs::path(made->path()) / "deep");
    std::ofstream(fs::path(made->path()) / "deep" / "file") << "x";
    work(*made);
    ::_exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(copy, &status, 0) == copy);
  CHECK_FALSE((WIFEXITED(status) && WEXITSTATUS(status) == 1));
}

}  // namespace

TEST_CASE("scratch directory: it is gone with all that is in it, once") {
  const TemporaryDirectory parent;
  const TemporaryFilesIn there(parent.path());
  for (const auto& [call, error] :
       {std::pair{"waitpid", EINTR}, {"waitpid", ECHILD}, {"read", EINTR}, {"read", EIO}}) {
    const FailingCall failing(call, error);  // The other process reads.
    auto made = ScratchDirectory::make();
    REQUIRE(made);
    const ScratchDirectory moved(std::move(*made));
    CHECK(fs::path(moved.path()).parent_path() == parent.path());
    std::ofstream(fs::path(moved.path()) / "file") << "x";
  }
  CHECK(fs::is_empty(parent.path()));
}

TEST_CASE("scratch directory: it is gone however the program ends") {
  const TemporaryDirectory parent;
  const TemporaryFilesIn there(parent.path());
  in_a_copy([](const ScratchDirectory&) { ::raise(SIGKILL); });
  CHECK(empty_soon(parent.path()));
  in_a_copy([](const ScratchDirectory&) { ::_exit(7); });
  CHECK(empty_soon(parent.path()));
}

TEST_CASE("scratch directory: one that cannot be made leaves nothing") {
  const TemporaryDirectory parent;
  const TemporaryFilesIn there(parent.path());
  for (const char* call : {"socketpair", "mkdtemp", "fork"}) {
    CAPTURE(call);
    const FailingCall failing(call, EAGAIN);
    const auto made = ScratchDirectory::make();
    REQUIRE_FALSE(made);
    CHECK(made.error().message ==
          "cannot make a temporary directory: Resource temporarily unavailable");
    CHECK(fs::is_empty(parent.path()));
  }
}

}  // namespace doccord::test
