#include "load/links.h"

#include <filesystem>
#include <system_error>

namespace doccord {
namespace {

namespace fs = std::filesystem;

bool has_link(const fs::path& path) {
  std::error_code ignored;
  fs::path at;
  for (const fs::path& part : path) {
    at /= part;
    if (fs::is_symlink(at, ignored)) return true;
  }
  return false;
}

// The repository around the directory, or else the directory.
fs::path tree_of(const fs::path& directory) {
  std::error_code ignored;
  for (fs::path at = directory; at.has_relative_path(); at = at.parent_path()) {
    if (fs::exists(at / ".git", ignored)) return at;
  }
  return directory;
}

}  // namespace

Result<void> check_links(const std::string& path, const std::string& directory) {
  if (!has_link(path)) return {};
  std::error_code missing;
  const fs::path real = fs::canonical(path, missing);
  if (missing) return {};  // Reading it tells.
  const fs::path around = fs::canonical(directory.empty() ? "." : directory, missing);
  const fs::path from = real.lexically_relative(tree_of(around));
  if (!missing && *from.begin() != "..") return {};
  return tl::unexpected(Error{path, 0, 0,
                              "is reached by a symbolic link that leads out of the directory or "
                              "repository; name the file itself"});
}

}  // namespace doccord
