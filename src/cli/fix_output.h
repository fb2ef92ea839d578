#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "load/source.h"

namespace doccord {

// A file of the documents whose bytes are to change.
struct ChangedFile {
  std::string path;  // As the documents have it.
  std::string before;
  std::string after;
};

// The files that differ between two states of the same documents, with their bytes as they are on
// disk: byte order marks and missing line ends included. An error when a file no longer is what was
// read of it.
Result<std::vector<ChangedFile>> changed_files(const SourceSet& before, const SourceSet& after);

// All changes as one unified diff; paths are relative to the working directory.
std::string diff_of(const std::vector<ChangedFile>& files);

}  // namespace doccord
