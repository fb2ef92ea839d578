#pragma once

#include <string>
#include <string_view>

namespace doccord {

// Closes a file descriptor at the end of the scope.
class FileHandle {
 public:
  explicit FileHandle(int value) : value_(value) {}
  FileHandle(FileHandle&& other) noexcept;
  FileHandle(const FileHandle&) = delete;
  FileHandle& operator=(const FileHandle&) = delete;
  ~FileHandle();

  int get() const { return value_; }
  bool ok() const { return value_ >= 0; }
  // Closes now; whether that worked, as some file systems report a full disk only then.
  bool close();

 private:
  int value_;
};

// Writes all of the bytes, or tells that it could not; errno says why.
bool write_all(int handle, std::string_view bytes);
// Fills all of the bytes; not when the file has fewer.
bool read_all(int handle, std::string& bytes);

}  // namespace doccord
