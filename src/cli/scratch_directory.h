#pragma once

#include <sys/types.h>

#include <string>

#include "base/file_handle.h"
#include "base/result.h"

namespace doccord {

// A new directory below the system's for temporary files. It is gone with all that is in it when
// this is, and also when the program has ended in any other way, killed or crashed: a process of
// its own waits for that.
class ScratchDirectory {
 public:
  static Result<ScratchDirectory> make();
  ScratchDirectory(ScratchDirectory&& other) noexcept;
  ScratchDirectory& operator=(ScratchDirectory&&) = delete;
  ~ScratchDirectory();

  const std::string& path() const { return path_; }
  // To be passed on to programs that write into the directory: it stays until they have ended, too.
  int hold() const { return hold_.get(); }

 private:
  ScratchDirectory(std::string path, FileHandle hold, pid_t remover);
  std::string path_;
  FileHandle hold_;  // The remover waits at the other end for a word or for its being closed.
  pid_t remover_;
};

}  // namespace doccord
