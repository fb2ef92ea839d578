#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace doccord {

// A directory that is held open, so that nobody can exchange it or anything on the way to a file in
// it for a symbolic link meanwhile. Paths are relative, with `/`, without `.` and `..`.
class Directory {
 public:
  // Makes the directory if it is missing, and those above it.
  static Result<Directory> open_or_make(const std::string& path);

  Directory(Directory&& other) noexcept;
  Directory(const Directory&) = delete;
  Directory& operator=(const Directory&) = delete;
  ~Directory();

  // Waits until no other run has the directory and keeps it from others for as long as this lives.
  // Where the file system knows no locks, nothing is kept from anybody.
  Result<void> lock() const;
  // Names of what stands directly in it.
  Result<std::vector<std::string>> names() const;
  // Whether anything stands at the path, whatever it is.
  bool has(const std::string& path) const;
  // The bytes of a regular file; nothing when there is none at the path.
  std::optional<std::string> read(const std::string& path) const;
  // Puts the bytes there in one step, making directories on the way.
  Result<void> replace(const std::string& path, std::string_view bytes) const;
  // The same, and does not return before both the bytes and their name are on the disk.
  Result<void> replace_durably(const std::string& path, std::string_view bytes) const;
  // Removes the file, and the directories on the way that are empty then. A missing file is fine.
  Result<void> remove(const std::string& path) const;

 private:
  Directory(int handle, std::string path) : handle_(handle), path_(std::move(path)) {}
  // The directory that holds the path's last part, opened part by part; -1 when there is none.
  int open_parent(const std::string& path, bool make) const;
  Result<void> put(const std::string& path, std::string_view bytes, bool durably) const;
  Error failed(const std::string& path, std::string_view what) const;

  int handle_ = -1;
  std::string path_;
};

}  // namespace doccord
