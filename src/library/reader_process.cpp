#include "library/reader_process.h"

#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "base/limits.h"

namespace doccord {
namespace {

// Both without a signal when nobody is at the other end any more; whether all bytes went through.
bool send_all(int socket, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t count = ::send(socket, bytes, size, MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes += count;
    size -= static_cast<std::size_t>(count);
  }
  return true;
}

bool receive_all(int socket, char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t count = ::recv(socket, bytes, size, 0);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes += count;
    size -= static_cast<std::size_t>(count);
  }
  return true;
}

bool send_number(int socket, std::uint64_t number) {
  std::array<char, sizeof number> bytes{};
  std::memcpy(bytes.data(), &number, sizeof number);
  return send_all(socket, bytes.data(), bytes.size());
}

// The copy's whole life. It ends without the clean-up that belongs to the process it was made from.
[[noreturn]] void work_until_told(int socket, const ReaderProcess::Work& work) noexcept {
  std::uint64_t piece = 0;
  while (receive_all(socket, reinterpret_cast<char*>(&piece), sizeof piece)) {
    const std::string answer = work(piece);
    if (!send_number(socket, answer.size()) || !send_all(socket, answer.data(), answer.size())) {
      break;
    }
  }
  ::_exit(0);
}

}  // namespace

Result<std::unique_ptr<ReaderProcess>> ReaderProcess::start(const Work& work,
                                                            const std::vector<int>& kept_out) {
  const auto failure = [] {
    return tl::unexpected(Error{
        "", 0, 0, fmt::format("no process to read in can be started: {}", std::strerror(errno))});
  };
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return failure();
  const pid_t parent = ::getpid();
  const pid_t process = ::fork();
  if (process == 0) {
    // A parent that was killed must not leave somebody behind who reads on.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(0);
    ::close(ends[0]);
    for (const int descriptor : kept_out) ::close(descriptor);
    work_until_told(ends[1], work);
  }
  const int reason = errno;
  ::close(ends[1]);
  if (process > 0) return std::unique_ptr<ReaderProcess>(new ReaderProcess(process, ends[0]));
  ::close(ends[0]);
  errno = reason;
  return failure();
}

ReaderProcess::~ReaderProcess() {
  if (busy_) stop();
  ::close(socket_);
  wait_for_end();
}

// Not once it was waited for: its number may be another process's by then.
void ReaderProcess::stop() {
  if (!waited_) ::kill(process_, SIGKILL);
}

void ReaderProcess::give(std::size_t piece) {
  piece_ = piece;
  busy_ = true;
  heard_.clear();
  // What it never got it can never answer; its end will be heard in place of that.
  if (!send_number(socket_, piece)) stop();
}

ReaderProcess::State ReaderProcess::hear() {
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EAGAIN) return State::working;
    if (count <= 0) break;
    heard_.append(buffer.data(), static_cast<std::size_t>(count));
    std::uint64_t size = 0;
    if (heard_.size() < sizeof size) continue;
    std::memcpy(&size, heard_.data(), sizeof size);
    // No answer is longer than a file of them may be; such a length was written by a fault.
    if (size > limits().extract_bytes || heard_.size() - sizeof size > size) break;
    if (heard_.size() - sizeof size < size) continue;
    busy_ = false;
    return State::answered;
  }
  // Whether it is gone or answers what makes no sense, nothing more is wanted of it.
  stop();
  wait_for_end();
  busy_ = false;
  return State::ended;
}

std::string ReaderProcess::take_answer() { return heard_.substr(sizeof(std::uint64_t)); }

void ReaderProcess::wait_for_end() {
  if (waited_) return;
  while (::waitpid(process_, &status_, 0) < 0 && errno == EINTR) {
  }
  waited_ = true;
}

bool ReaderProcess::ran_out_of_time() {
  return WIFSIGNALED(status_) && WTERMSIG(status_) == SIGXCPU;
}

std::string ReaderProcess::how_it_ended() {
  if (!WIFSIGNALED(status_)) return fmt::format("ended with exit code {}", WEXITSTATUS(status_));
  const int signal = WTERMSIG(status_);
  const char* const name = ::sigdescr_np(signal);
  return fmt::format("was ended by signal {} ({})", signal, name == nullptr ? "unknown" : name);
}

}  // namespace doccord
