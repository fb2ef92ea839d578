#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string>

#include <fmt/format.h>

#include "base/file_handle.h"
#include "base/limits.h"
#include "load/document_file.h"

namespace doccord {
namespace {

tl::unexpected<Error> failure(const std::string& path, const std::string& message) {
  return tl::unexpected(Error{path, 0, 0, message});
}

tl::unexpected<Error> too_large(const std::string& path, std::size_t most_bytes,
                                std::string_view limit_name) {
  return failure(path, fmt::format("exceeds the limit of {} MiB a file{}", most_bytes >> 20,
                                   limit_name.empty() ? "" : how_to_raise(limit_name)));
}

// `limit_name` is that of the limit which allows more; empty: none does.
Result<std::string> read_bytes(const std::string& path, std::size_t most_bytes,
                               std::string_view limit_name) {
  // Without O_NONBLOCK, opening a pipe that nobody writes to would hang.
  const FileHandle file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  if (!file.ok()) return failure(path, fmt::format("cannot read: {}", std::strerror(errno)));
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return failure(path, std::strerror(errno));
  if (!S_ISREG(status.st_mode)) return failure(path, "cannot read: not a regular file");
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(status.st_size) + 1);
  char buffer[1 << 16];
  for (;;) {
    const ssize_t count = ::read(file.get(), buffer, sizeof buffer);
    if (count == 0) return bytes;
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failure(path, fmt::format("cannot read: {}", std::strerror(errno)));
    bytes.append(buffer, static_cast<std::size_t>(count));
    if (bytes.size() > most_bytes) {
      return too_large(path, most_bytes, limit_name);
    }
  }
}

Result<std::string> read_bytes(const std::string& path, std::size_t most_bytes,
                               const UnsavedTexts* unsaved, std::string_view limit_name) {
  if (unsaved == nullptr || unsaved->empty()) return read_bytes(path, most_bytes, limit_name);
  const auto found = unsaved->find(canonical_path(path));
  if (found == unsaved->end()) return read_bytes(path, most_bytes, limit_name);
  if (found->second.size() <= most_bytes) return found->second;
  return too_large(path, most_bytes, limit_name);
}

}  // namespace

std::string canonical_path(const std::string& path) {
  std::error_code failed;
  const auto canonical = std::filesystem::weakly_canonical(path, failed);
  return failed ? path : canonical.string();
}

Result<std::string> read_file(const std::string& path, std::size_t most_bytes,
                              const UnsavedTexts* unsaved) {
  return read_bytes(path, most_bytes, unsaved, "");
}

Result<std::string> read_document_file(const std::string& path, const UnsavedTexts* unsaved) {
  return read_bytes(path, std::max(kMostDocumentBytes, limits().bytes), unsaved, "bytes");
}

Result<std::string> read_file(const std::string& path, std::size_t most_bytes) {
  return read_bytes(path, most_bytes, nullptr, "");
}

}  // namespace doccord
