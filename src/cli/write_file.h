#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/litter.h"
#include "base/result.h"

namespace doccord {

// Writes a file so that whoever reads it, whatever happens meanwhile, finds the old bytes or the
// new ones: into a file beside it, to the disk, then into its place. A device or a pipe is written
// to as it is.
Result<void> write_file(const std::string& path, std::string_view bytes);

// Adds to the end of a file, which is made when there is none.
Result<void> append_file(const std::string& path, std::string_view bytes);

// Holds a lock for as long as it lives, so that two runs that change one file come one after the
// other. The lock is a file beside it, gone when the lock is.
class FileLock {
 public:
  static Result<FileLock> hold(const std::string& path);
  ~FileLock();
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;

 private:
  FileLock(std::unique_ptr<const std::string> path, int descriptor);
  std::unique_ptr<const std::string> path_;
  std::unique_ptr<const Litter> litter_;  // Names `path_`.
  int descriptor_;
};

}  // namespace doccord
