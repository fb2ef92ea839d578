#include "load/read_files.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "load/load.h"

namespace doccord {

Result<std::map<std::string, std::string>> read_files_below(const std::string& directory) {
  namespace fs = std::filesystem;
  std::map<std::string, std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator at(directory, error);
  for (const fs::recursive_directory_iterator end; !error && at != end; at.increment(error)) {
    if (!at->is_regular_file(error)) continue;
    auto bytes = read_file(at->path().string(), kMostDocumentBytes);
    if (!bytes) return tl::unexpected(bytes.error());
    files[at->path().lexically_relative(directory).generic_string()] = std::move(*bytes);
  }
  if (error) return tl::unexpected(Error{directory, 0, 0, "cannot read: " + error.message()});
  if (files.empty()) return tl::unexpected(Error{directory, 0, 0, "holds no files"});
  return files;
}

}  // namespace doccord
