#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/file_handle.h"
#include "base/result.h"

namespace doccord {

// A directory in which bytes are kept by key, which is 64 hexadecimal digits: a file for each. The
// directory is its owner's only, so that nobody else, and no checkout of a repository, puts files
// into it. Whoever stores writes a file beside it and renames it into place, so that any number of
// runs may use one directory, and one that is killed leaves old bytes or new. What is read is
// nevertheless held against its checksum.
//
// Links are not followed, and files of other names are left alone.
class CacheDirectory {
 public:
  // The most that it holds, and the most of one key, in bytes.
  static constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 30;
  static constexpr std::uint64_t kMostBytesOfKey = std::uint64_t{1} << 28;

  // Makes the directory if it is missing, and those above it.
  static Result<CacheDirectory> open_or_make(const std::string& path);

  // What is kept by the key, which counts as used now; nothing when there is none, or its bytes are
  // not those that were stored by this key.
  std::optional<std::string> find(const std::string& key) const;
  // May be called from several threads.
  Result<void> store(const std::string& key, std::string_view bytes) const;
  // When there is more than `most_bytes`, removes what was used least lately until a quarter is
  // free, and in any case what runs that were killed have left.
  void tidy(std::uint64_t most_bytes = kMostBytes) const;

 private:
  CacheDirectory(FileHandle handle, std::string path)
      : handle_(std::move(handle)), path_(std::move(path)) {}
  Result<void> put(const std::string& name, std::string_view bytes) const;

  FileHandle handle_;
  std::string path_;
};

}  // namespace doccord
