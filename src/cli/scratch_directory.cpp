#include "cli/scratch_directory.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

#include "base/litter.h"

namespace doccord {
namespace {

namespace fs = std::filesystem;

constexpr int kLowestOther = STDERR_FILENO + 1;

// The remover's whole life, in a copy of the process that may have had more threads: nothing but
// calls that are safe in a signal handler. It lets go of all descriptors, so that nobody waits for
// their end, and the signals that end us are blocked.
[[noreturn]] void remove_when_left(int socket, const char* path) noexcept {
  ::dup2(socket, STDIN_FILENO);
  const int nowhere = ::open("/dev/null", O_WRONLY);
  ::dup2(nowhere, STDOUT_FILENO);
  ::dup2(nowhere, STDERR_FILENO);
  ::close_range(kLowestOther, ~0U, 0);
  char word = 0;
  ssize_t count = -1;
  do {
    count = ::read(STDIN_FILENO, &word, 1);
  } while (count < 0 && errno == EINTR);
  // Nobody said a word: it is left for us.
  if (count == 0) ::execlp("rm", "rm", "-rf", "--", path, nullptr);
  ::_exit(0);
}

tl::unexpected<Error> failure() {
  return tl::unexpected(
      Error{"", 0, 0, fmt::format("cannot make a temporary directory: {}", std::strerror(errno))});
}

}  // namespace

Result<ScratchDirectory> ScratchDirectory::make() {
  std::string path = (fs::temp_directory_path() / "doccord-XXXXXX").string();
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return failure();
  const FileHandle wait(ends[0]);
  FileHandle hold(ends[1]);
  const SignalsElsewhere signals_elsewhere;  // Until there is somebody who removes it.
  if (::mkdtemp(path.data()) == nullptr) return failure();
  const pid_t remover = ::fork();
  if (remover == 0) remove_when_left(wait.get(), path.c_str());
  if (remover > 0) return ScratchDirectory(std::move(path), std::move(hold), remover);
  auto failed = failure();
  ::rmdir(path.c_str());
  return failed;
}

ScratchDirectory::ScratchDirectory(std::string path, FileHandle hold, pid_t remover)
    : path_(std::move(path)), hold_(std::move(hold)), remover_(remover) {}

ScratchDirectory::ScratchDirectory(ScratchDirectory&& other) noexcept
    : path_(std::exchange(other.path_, {})),
      hold_(std::move(other.hold_)),
      remover_(other.remover_) {}

ScratchDirectory::~ScratchDirectory() {
  if (path_.empty()) return;
  std::error_code ignored;
  fs::remove_all(path_, ignored);
  ::send(hold_.get(), "!", 1, MSG_NOSIGNAL);
  while (::waitpid(remover_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace doccord
