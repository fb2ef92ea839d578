#include "report/repository_path.h"

#include <filesystem>

namespace doccord {

std::string repository_path(const TextOptions& options, const std::string& path) {
  const std::filesystem::path given(path);
  std::filesystem::path shown = given.lexically_normal();
  if (!options.directory.empty()) {
    const auto whole = given.is_absolute() ? given : options.directory / given;
    shown = whole.lexically_normal().lexically_relative(options.root);
  }
  const bool outside = shown.empty() || shown.is_absolute() || *shown.begin() == "..";
  return (outside ? given.filename() : shown).generic_string();
}

}  // namespace doccord
