#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "load/config_check.h"
#include "load/source.h"

namespace doccord {

// The most bytes that a document or a configuration may have.
inline constexpr std::size_t kMostDocumentBytes = std::size_t{64} << 20;

// What an editor holds of files and has not saved, by their paths as `canonical_path` makes them.
using UnsavedTexts = std::map<std::string, std::string>;

// Absolute, and without links as far as it exists: the same for every way to name one file.
std::string canonical_path(const std::string& path);

// What a run was asked to read.
struct LoadOptions {
  std::vector<std::string> files;  // Documents, or one directory; empty: the nearest doccord.json.
  std::string directory = ".";     // Where to begin to look for doccord.json.
  ConfigNames names = {};          // What a configuration may name.
  const UnsavedTexts* unsaved = nullptr;  // In place of the bytes on disk; null: none.
};

// Reads the documents: this is the only code that reads from disk. Those that cannot be read are
// left out, with an error for each; it fails when none is left.
tl::expected<SourceSet, std::vector<Error>> load(const LoadOptions& options);

// What the configuration at `path` says: its settings, and its sources without their texts.
tl::expected<SourceSet, std::vector<Error>> load_config(const std::string& path,
                                                        const ConfigNames& names);

// The first document whose id another one has, too.
std::optional<Error> find_double_id(const SourceSet& set);

// Sorts sources whose order nobody chose.
void sort_by_id(SourceSet& set);

// The nearest doccord.json from `directory` upward; empty when there is none.
std::string find_config(const std::string& directory);

// The bytes of a regular file, or why they cannot be had.
Result<std::string> read_file(const std::string& path, std::size_t most_bytes);

// The same, unless there is an unsaved text of the file, which then is taken.
Result<std::string> read_file(const std::string& path, std::size_t most_bytes,
                              const UnsavedTexts* unsaved);

// Makes a Source's text from the bytes of a file: sets the byte order mark aside, refuses what is
// empty, holds a NUL or is not UTF-8.
Result<Source> source_from_bytes(Source source, std::string bytes);

}  // namespace doccord
