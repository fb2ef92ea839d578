#include "base/file_handle.h"

#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <utility>

namespace doccord {

FileHandle::FileHandle(FileHandle&& other) noexcept : value_(std::exchange(other.value_, -1)) {}

FileHandle::~FileHandle() {
  if (value_ >= 0) ::close(value_);
}

bool FileHandle::close() { return ::close(std::exchange(value_, -1)) == 0; }

bool write_all(int handle, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(handle, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

bool read_all(int handle, std::string& bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const ssize_t count = ::read(handle, bytes.data() + at, bytes.size() - at);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    at += static_cast<std::size_t>(count);
  }
  return true;
}

}  // namespace doccord
