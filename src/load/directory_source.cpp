#include "load/directory_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

#include "base/limits.h"
#include "load/document_file.h"
#include "load/links.h"
#include "load/load.h"

namespace doccord {
namespace {

namespace fs = std::filesystem;

using Errors = std::vector<Error>;

constexpr std::size_t kBytesThatTell = 8000;  // As many as git looks at for the same question.

tl::unexpected<Errors> failure(const std::string& path, std::string message) {
  return tl::unexpected(Errors{{path, 0, 0, std::move(message)}});
}

bool is_binary(std::string_view bytes) {
  const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  return !wide && bytes.substr(0, kBytesThatTell).find('\0') != std::string_view::npos;
}

tl::expected<std::vector<std::string>, Errors> files_below(const std::string& directory) {
  std::vector<std::string> paths;
  std::error_code error;
  for (fs::recursive_directory_iterator at(directory, error), end; !error && at != end;
       at.increment(error)) {
    const bool hidden = at->path().filename().string().starts_with('.');
    std::error_code ignored;
    if (hidden && at->is_directory(ignored)) at.disable_recursion_pending();
    if (hidden || !at->is_regular_file(ignored)) continue;
    paths.push_back(at->path().lexically_normal().string());
    if (paths.size() > limits().files) {
      return failure(directory, fmt::format("exceeds the limit of {} files{}", limits().files,
                                            how_to_raise("files")));
    }
  }
  if (error) return failure(directory, "cannot read: " + error.message());
  std::sort(paths.begin(), paths.end());
  return paths;
}

// Appends one file to the source's text; what is no text is passed over.
Result<void> add_file(Source& source, const std::string& path, const UnsavedTexts* unsaved) {
  const std::size_t most = limits().directory_bytes;
  const std::size_t used = std::min(source.text.size(), most);
  if (auto inside = check_links(path, source.path); !inside) {
    return tl::unexpected(inside.error());
  }
  auto bytes = read_document_file(path, unsaved);
  if (!bytes) return tl::unexpected(bytes.error());
  if (is_binary(*bytes)) return {};
  Source file;
  file.path = path;
  auto read = source_from_bytes(std::move(file), std::move(*bytes));
  if (!read) return tl::unexpected(read.error());
  if (read->text.size() > most - used) {
    return tl::unexpected(
        Error{path, 0, 0,
              fmt::format("with it, the directory exceeds the limit of {} bytes a document{}", most,
                          how_to_raise("directory-bytes"))});
  }
  if (!source.files.empty() && source.text.back() != '\n') source.text += '\n';
  source.files.push_back({path, source.text.size(), read->byte_order_mark});
  source.text += read->text;
  return {};
}

}  // namespace

tl::expected<Source, Errors> source_from_directory(Source source, const UnsavedTexts* unsaved) {
  const auto paths = files_below(source.path);
  if (!paths) return tl::unexpected(paths.error());
  Errors errors;
  for (const std::string& path : *paths) {
    if (const auto added = add_file(source, path, unsaved); !added) errors.push_back(added.error());
  }
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  if (source.files.empty()) return failure(source.path, "holds no documents");
  return source;
}

}  // namespace doccord
