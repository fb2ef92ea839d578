#include "cli/write_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

#include "base/file_handle.h"

namespace doccord {
namespace {

tl::unexpected<Error> failure(const std::string& path, int code) {
  return tl::unexpected(Error{path, 0, 0, fmt::format("cannot write: {}", std::strerror(code))});
}

// 0, or the error.
int written(int descriptor, std::string_view bytes) {
  return write_all(descriptor, bytes) ? 0 : errno;
}

int close_with(int descriptor, int code) {
  if (::close(descriptor) != 0 && code == 0) return errno;
  return code;
}

// The file that a chain of links ends at, so that the link stays.
std::string real_path(const std::string& path) {
  std::error_code ignored;
  const auto real = std::filesystem::canonical(path, ignored);
  return ignored ? path : real.string();
}

Result<void> write_in_place(const std::string& path, std::string_view bytes) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return failure(path, errno);
  if (const int code = close_with(descriptor, written(descriptor, bytes))) {
    return failure(path, code);
  }
  return {};
}

// So that the new name is on the disk, too.
void sync_directory(const std::string& path) {
  const auto parent = std::filesystem::path(path).parent_path();
  const int descriptor =
      ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

// For what will take the place of `target`; another run's has another name.
std::string temporary_beside(const std::string& target) {
  return fmt::format("{}.{}-new", target, ::getpid());
}

// -1 when it cannot be made.
int make_temporary(const std::string& path) {
  constexpr int kNewFile = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  const int descriptor = ::open(path.c_str(), kNewFile, 0600);
  if (descriptor >= 0 || errno != EEXIST) return descriptor;
  // Left over from a run of our number that was killed.
  ::unlink(path.c_str());
  return ::open(path.c_str(), kNewFile, 0600);
}

// 0 once the lock is held. Waits for another run with signals let in, as that may take long.
int wait_for_lock(int descriptor, std::optional<SignalsElsewhere>& undisturbed) {
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return 0;
  undisturbed.reset();
  int held = 0;
  do {
    held = ::flock(descriptor, LOCK_EX);
  } while (held != 0 && errno == EINTR);
  return held;
}

}  // namespace

Result<void> write_file(const std::string& path, std::string_view bytes) {
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && !S_ISREG(status.st_mode)) return write_in_place(path, bytes);
  const std::string target = exists ? real_path(path) : path;
  const std::string temporary = temporary_beside(target);
  const Litter litter(temporary.c_str());
  const int descriptor = make_temporary(temporary);
  const int failed = errno;
  litter.made();
  if (descriptor < 0) return failure(path, failed);
  int code = written(descriptor, bytes);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  const mode_t mode = exists ? status.st_mode & 07777 : 0666 & ~mask;
  if (code == 0 && ::fchmod(descriptor, mode) != 0) code = errno;
  if (code == 0 && ::fsync(descriptor) != 0) code = errno;
  code = close_with(descriptor, code);
  if (code == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) code = errno;
  if (code != 0) {
    ::unlink(temporary.c_str());
    return failure(path, code);
  }
  sync_directory(target);
  return {};
}

Result<void> append_file(const std::string& path, std::string_view bytes) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) return failure(path, errno);
  if (const int code = close_with(descriptor, written(descriptor, bytes))) {
    return failure(path, code);
  }
  return {};
}

Result<FileLock> FileLock::hold(const std::string& path) {
  const std::string lock = path + ".lock";
  for (;;) {
    // Until it is known who is to remove the file, no signal may come that leaves it behind.
    std::optional<SignalsElsewhere> undisturbed(std::in_place);
    const int descriptor = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0) return failure(lock, errno);
    const int held = wait_for_lock(descriptor, undisturbed);
    // Whoever held it before has removed it; then a lock on what it was keeps nobody out.
    struct stat ours {};
    struct stat there {};
    if (held == 0 && ::fstat(descriptor, &ours) == 0 && ::stat(lock.c_str(), &there) == 0 &&
        ours.st_ino == there.st_ino) {
      return FileLock(std::make_unique<const std::string>(lock), descriptor);
    }
    const int code = errno;
    ::close(descriptor);
    if (held != 0) return failure(lock, code);
  }
}

FileLock::FileLock(std::unique_ptr<const std::string> path, int descriptor)
    : path_(std::move(path)),
      litter_(std::make_unique<const Litter>(path_->c_str())),
      descriptor_(descriptor) {
  litter_->made();
}

FileLock::FileLock(FileLock&& other) noexcept
    : path_(std::move(other.path_)),
      litter_(std::move(other.litter_)),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock::~FileLock() {
  if (descriptor_ < 0) return;
  const SignalsElsewhere undisturbed;
  ::unlink(path_->c_str());
  litter_.reset();  // From here on a lock of that name is another run's.
  ::close(descriptor_);
}

}  // namespace doccord
