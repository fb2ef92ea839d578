#include "cli/fix_output.h"

#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include "load/load.h"
#include "text/unified_diff.h"

namespace doccord {
namespace {

namespace fs = std::filesystem;

struct Part {
  std::string_view path;
  std::string_view text;
  std::size_t byte_order_mark = 0;
};

// The files that a source is made of.
std::vector<Part> parts_of(const Source& source) {
  if (source.files.empty()) return {{source.path, source.text, source.byte_order_mark}};
  std::vector<Part> parts;
  const std::string_view text = source.text;
  for (std::size_t i = 0; i < source.files.size(); ++i) {
    const SourceFile& file = source.files[i];
    const std::size_t end =
        i + 1 < source.files.size() ? source.files[i + 1].begin : source.text.size();
    parts.push_back({file.path, text.substr(file.begin, end - file.begin), file.byte_order_mark});
  }
  return parts;
}

Result<ChangedFile> changed(const Part& before, const Part& after) {
  auto bytes = read_file(std::string(before.path), kMostDocumentBytes);
  if (!bytes) return tl::unexpected(bytes.error());
  const std::size_t mark = before.byte_order_mark;
  const std::string_view text = std::string_view(*bytes).substr(std::min(mark, bytes->size()));
  std::string_view wanted = after.text;
  // In a directory every file is ended by a line end, whether it has one or not.
  const bool end_was_added = text.size() + 1 == before.text.size() &&
                             before.text.starts_with(text) && before.text.ends_with('\n');
  if (end_was_added && wanted.ends_with('\n')) wanted.remove_suffix(1);
  if (text != before.text && !end_was_added) {
    return tl::unexpected(
        Error{std::string(before.path), 0, 0, "has changed since it was read; run fix again"});
  }
  std::string written = bytes->substr(0, mark) + std::string(wanted);
  return ChangedFile{std::string(before.path), std::move(*bytes), std::move(written)};
}

// As a diff names files; one outside of the working directory goes by its way there.
std::string diff_path(const std::string& path) {
  std::error_code ignored;
  const fs::path here = fs::current_path(ignored);
  const fs::path full = (here / path).lexically_normal();
  return full.lexically_relative(here).generic_string();
}

}  // namespace

Result<std::vector<ChangedFile>> changed_files(const SourceSet& before, const SourceSet& after) {
  std::vector<ChangedFile> files;
  for (std::size_t s = 0; s < after.sources.size(); ++s) {
    const std::vector<Part> old_parts = parts_of(before.sources[s]);
    const std::vector<Part> new_parts = parts_of(after.sources[s]);
    for (std::size_t i = 0; i < old_parts.size(); ++i) {
      if (old_parts[i].text == new_parts[i].text) continue;
      auto file = changed(old_parts[i], new_parts[i]);
      if (!file) return tl::unexpected(file.error());
      files.push_back(std::move(*file));
    }
  }
  return files;
}

std::string diff_of(const std::vector<ChangedFile>& files) {
  std::string diff;
  for (const ChangedFile& file : files) {
    diff += unified_diff(diff_path(file.path), file.before, file.after);
  }
  return diff;
}

}  // namespace doccord
