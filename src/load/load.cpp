#include "load/load.h"

#include <fmt/format.h>
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "base/parallel.h"
#include "load/config.h"
#include "load/config_merge.h"
#include "load/directory_source.h"
#include "load/document_file.h"
#include "load/links.h"

namespace doccord {
namespace {

namespace fs = std::filesystem;

using Errors = std::vector<Error>;
using Loaded = tl::expected<SourceSet, Errors>;

constexpr const char* kConfigName = "doccord.json";

tl::unexpected<Errors> failure(Error error) { return tl::unexpected(Errors{std::move(error)}); }

tl::expected<Source, Errors> read_source(Source source, const UnsavedTexts* unsaved) {
  std::error_code ignored;
  if (fs::is_directory(source.path, ignored)) {
    return source_from_directory(std::move(source), unsaved);
  }
  return read_document_file(source.path, unsaved)
      .and_then([&](std::string&& bytes) {
        return source_from_bytes(std::move(source), std::move(bytes));
      })
      .map_error([](const Error& error) { return Errors{error}; });
}

// Reads the text of every source and leaves out those that cannot be read, unless none can.
Loaded read_sources(SourceSet set, const UnsavedTexts* unsaved) {
  std::vector<Errors> errors(set.sources.size());  // By source; empty for those that were read.
  for_each_in_parallel(set.sources.size(), [&](std::size_t i) {
    auto with_text = read_source(std::move(set.sources[i]), unsaved);
    if (with_text) {
      set.sources[i] = std::move(*with_text);
    } else {
      errors[i] = std::move(with_text.error());
    }
  });
  std::vector<Source> read;
  for (std::size_t i = 0; i < errors.size(); ++i) {
    if (errors[i].empty()) read.push_back(std::move(set.sources[i]));
    set.left_out.insert(set.left_out.end(), errors[i].begin(), errors[i].end());
  }
  set.sources = std::move(read);
  if (set.sources.empty()) return tl::unexpected(set.left_out);
  return set;
}

// Appends to `set` what one FILE of the command line names.
using Added = tl::expected<void, Errors>;

Added add_config(SourceSet& set, const std::string& path, const LoadOptions& options) {
  const auto text = read_file(path, kMostConfigBytes, options.unsaved);
  if (!text) return failure(text.error());
  auto config = parse_config(path, *text, options.names);
  if (!config) return tl::unexpected(config.error());
  Settings& settings = config->settings;
  if (is_profile_path(settings.profile)) {
    auto bytes = read_file(settings.profile, kMostConfigBytes, options.unsaved);
    if (!bytes) return failure(config_error(settings.profile_place, bytes.error().message));
    settings.profile_text = std::move(*bytes);
  }
  set.config_path = path;
  set.settings.add(std::move(config->settings));
  for (Source& source : config->sources) {
    const auto inside = check_links(source.path, fs::path(path).parent_path().string());
    if (inside) {
      set.sources.push_back(std::move(source));
    } else {
      set.left_out.push_back(inside.error());
    }
  }
  return {};
}

// A source named by its file: the id is the file's name without the last extension.
void add_document(SourceSet& set, const std::string& path) {
  Source source;
  source.id = fs::path(path).stem().string();
  source.title = source.id;
  source.path = path;
  set.sources.push_back(std::move(source));
}

// Every document in a directory; hidden files are none.
Added add_directory(SourceSet& set, const std::string& directory) {
  std::error_code error;
  const std::size_t before = set.sources.size();
  for (fs::directory_iterator at(directory, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (!at->is_regular_file(error) || name.starts_with('.')) continue;
    const std::string path = (fs::path(directory) / name).lexically_normal().string();
    if (const auto inside = check_links(path, directory); !inside) {
      return failure(inside.error());
    }
    add_document(set, path);
  }
  if (error) return failure({directory, 0, 0, "cannot read: " + error.message()});
  if (set.sources.size() == before) {
    return failure({directory, 0, 0, "holds no documents"});
  }
  return {};
}

Added add_file(SourceSet& set, const std::string& path, const LoadOptions& options) {
  std::error_code ignored;
  if (fs::path(path).filename() == kConfigName) return add_config(set, path, options);
  if (!fs::is_directory(path, ignored)) {
    add_document(set, path);
    return {};
  }
  const fs::path config = fs::path(path) / kConfigName;
  if (fs::exists(config, ignored))
    return add_config(set, config.lexically_normal().string(), options);
  return add_directory(set, path);
}

// Documents of one name in several formats, `codes.h` and `codes.md`, keep their whole file names
// as ids.
void tell_apart(SourceSet& set) {
  std::map<std::string, std::size_t> uses;
  for (const Source& source : set.sources) ++uses[source.id];
  for (Source& source : set.sources) {
    const fs::path path = source.path;
    if (uses[source.id] < 2) continue;
    source.id = path.filename().string();
    source.title = source.id;
  }
}

}  // namespace

std::optional<Error> find_double_id(const SourceSet& set) {
  std::set<std::string> ids;
  for (const Source& source : set.sources) {
    if (ids.insert(source.id).second) continue;
    return Error{source.path, 0, 0,
                 fmt::format("another document has the id `{}`, too; name the documents in a "
                             "doccord.json to give them ids",
                             source.id)};
  }
  return std::nullopt;
}

void sort_by_id(SourceSet& set) {
  std::sort(set.sources.begin(), set.sources.end(),
            [](const Source& a, const Source& b) { return a.id < b.id; });
}

Loaded load_config(const std::string& path, const ConfigNames& names) {
  SourceSet set;
  if (const auto added = add_config(set, path, {{}, ".", names}); !added) {
    return tl::unexpected(added.error());
  }
  return set;
}

std::string find_config(const std::string& directory) {
  std::error_code ignored;
  fs::path at = directory;
  fs::path real = fs::absolute(directory, ignored);
  for (;;) {
    if (fs::exists(at / kConfigName, ignored))
      return (at / kConfigName).lexically_normal().string();
    if (!real.has_relative_path()) return {};
    real = real.parent_path();
    at /= "..";
  }
}

Loaded load(const LoadOptions& options) {
  SourceSet set;
  std::vector<std::string> files = options.files;
  if (files.empty()) {
    files.push_back(find_config(options.directory));
    if (files[0].empty()) {
      return failure({"", 0, 0,
                      "no doccord.json here or above; name the documents, as in `doccord check "
                      "FILE...`"});
    }
  }
  for (const std::string& file : files) {
    if (const auto added = add_file(set, file, options); !added) {
      return tl::unexpected(added.error());
    }
  }
  if (set.config_path.empty()) tell_apart(set);
  if (auto error = find_double_id(set)) return failure(*error);
  // The order of the command line must not make a difference.
  if (set.config_path.empty()) sort_by_id(set);
  return read_sources(std::move(set), options.unsaved);
}

}  // namespace doccord
