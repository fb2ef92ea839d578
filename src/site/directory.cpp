#include "site/directory.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/file_handle.h"
#include "base/litter.h"

namespace doccord {
namespace {

constexpr int kDirectoryFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
constexpr const char* kFresh = ".doccord-new";  // A file on its way to its place.

std::string last_part(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

}  // namespace

Result<Directory> Directory::open_or_make(const std::string& path) {
  std::error_code failure;
  std::filesystem::create_directories(path, failure);
  const int handle = ::open(path.c_str(), kDirectoryFlags);
  if (handle < 0) {
    return tl::unexpected(
        Error{path, 0, 0,
              std::string("cannot be used as a directory to write to: ") + std::strerror(errno)});
  }
  return Directory(handle, path);
}

Directory::Directory(Directory&& other) noexcept
    : handle_(std::exchange(other.handle_, -1)), path_(std::move(other.path_)) {}

Directory::~Directory() {
  if (handle_ >= 0) ::close(handle_);
}

Error Directory::failed(const std::string& path, std::string_view what) const {
  return {path_ + "/" + path, 0, 0, std::string(what) + ": " + std::strerror(errno)};
}

Result<void> Directory::lock() const {
  while (::flock(handle_, LOCK_EX) != 0) {
    if (errno == EOPNOTSUPP || errno == ENOLCK || errno == ENOSYS) return {};
    if (errno != EINTR) return tl::unexpected(failed("", "cannot be locked"));
  }
  return {};
}

Result<std::vector<std::string>> Directory::names() const {
  // A handle of its own, as reading moves it and closing the stream closes it.
  DIR* stream = ::fdopendir(::openat(handle_, ".", kDirectoryFlags));
  if (stream == nullptr) return tl::unexpected(failed("", "cannot be listed"));
  std::vector<std::string> names;
  const dirent* entry = nullptr;
  // Nothing may be the end or a failure, and what could not be listed must not look empty.
  while (errno = 0, (entry = ::readdir(stream)) != nullptr) {
    const std::string name = entry->d_name;
    if (name != "." && name != "..") names.push_back(name);
  }
  const int reason = errno;
  ::closedir(stream);
  errno = reason;
  if (reason != 0) return tl::unexpected(failed("", "cannot be listed"));
  return names;
}

int Directory::open_parent(const std::string& path, bool make) const {
  if (path.find('/') == std::string::npos) return ::openat(handle_, ".", kDirectoryFlags);
  int at = handle_;
  std::size_t begin = 0;
  for (std::size_t end = path.find('/'); at >= 0 && end != std::string::npos;
       begin = end + 1, end = path.find('/', begin)) {
    const std::string part = path.substr(begin, end - begin);
    int next = ::openat(at, part.c_str(), kDirectoryFlags | O_NOFOLLOW);
    if (next < 0 && errno == ENOENT && make) {
      // Another run may make it at the same time.
      const bool made = ::mkdirat(at, part.c_str(), 0777) == 0 || errno == EEXIST;
      if (made) next = ::openat(at, part.c_str(), kDirectoryFlags | O_NOFOLLOW);
    }
    const int reason = errno;
    if (at != handle_) ::close(at);
    errno = reason;
    at = next;
  }
  return at;
}

bool Directory::has(const std::string& path) const {
  const FileHandle parent(open_parent(path, false));
  struct stat facts {};
  return parent.ok() &&
         ::fstatat(parent.get(), last_part(path).c_str(), &facts, AT_SYMLINK_NOFOLLOW) == 0;
}

std::optional<std::string> Directory::read(const std::string& path) const {
  const FileHandle parent(open_parent(path, false));
  if (!parent.ok()) return std::nullopt;
  // Not blocking, so that a pipe in a file's place cannot hold us up.
  const FileHandle file(::openat(parent.get(), last_part(path).c_str(),
                                 O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat facts {};
  if (!file.ok() || ::fstat(file.get(), &facts) != 0 || !S_ISREG(facts.st_mode)) {
    return std::nullopt;
  }
  std::string bytes;
  bytes.resize(static_cast<std::size_t>(facts.st_size));
  if (!read_all(file.get(), bytes)) return std::nullopt;
  return bytes;
}

Result<void> Directory::replace(const std::string& path, std::string_view bytes) const {
  return put(path, bytes, false);
}

Result<void> Directory::replace_durably(const std::string& path, std::string_view bytes) const {
  return put(path, bytes, true);
}

Result<void> Directory::put(const std::string& path, std::string_view bytes, bool durably) const {
  const FileHandle parent(open_parent(path, true));
  if (!parent.ok()) return tl::unexpected(failed(path, "its directory cannot be made"));
  constexpr int kNewFile = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  const Litter litter(parent.get(), kFresh);
  int opened = ::openat(parent.get(), kFresh, kNewFile, 0666);
  if (opened < 0 && errno == EEXIST) {  // Left over from a run that was cut off.
    ::unlinkat(parent.get(), kFresh, 0);
    opened = ::openat(parent.get(), kFresh, kNewFile, 0666);
  }
  litter.made();
  FileHandle file(opened);
  const bool written = file.ok() && write_all(file.get(), bytes) &&
                       (!durably || ::fsync(file.get()) == 0) && file.close() &&
                       ::renameat(parent.get(), kFresh, parent.get(), last_part(path).c_str()) == 0;
  // File systems that cannot sync a directory keep names by other means.
  if (written && durably) ::fsync(parent.get());
  if (written) return {};
  Error error = failed(path, "cannot be written");
  ::unlinkat(parent.get(), kFresh, 0);
  return tl::unexpected(std::move(error));
}

Result<void> Directory::remove(const std::string& path) const {
  std::string rest = path;
  for (int flags = 0; !rest.empty(); flags = AT_REMOVEDIR) {
    const FileHandle parent(open_parent(rest, false));
    const bool gone = parent.ok() && ::unlinkat(parent.get(), last_part(rest).c_str(), flags) == 0;
    if (!gone && flags == 0 && errno != ENOENT && errno != ENOTDIR && errno != ELOOP) {
      return tl::unexpected(failed(path, "cannot be removed"));
    }
    if (!gone && flags != 0) return {};  // Not empty, or gone already.
    const std::size_t slash = rest.rfind('/');
    rest.resize(slash == std::string::npos ? 0 : slash);
  }
  return {};
}

}  // namespace doccord
