#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/analyze.h"
#include "cli/lsp/editor_lines.h"
#include "cli/options.h"
#include "load/load.h"
#include "report/results.h"

namespace doccord::lsp {

// One file of a source as the editor knows it.
struct FileView {
  std::string uri;
  std::string path;        // By canonical_path.
  std::size_t source = 0;  // In Results::sources.
  Span span;               // Of the file in the source's text.
  EditorLines lines;       // Of the file alone.
};

// What stands where in a source.
struct SourcePlace {
  std::size_t source = 0;
  std::size_t offset = 0;
};

// The documents at one time, unsaved texts included.
struct Snapshot {
  std::vector<Error> errors;       // Why there are no results.
  std::optional<Results> results;  // With what was accepted.
  std::vector<FileView> files;     // Views of the results, by source, then by place in it.

  const FileView& file_of(std::size_t source, std::size_t offset) const;
};

// What the editor has open, and what doccord finds in all documents of the configuration.
class Workspace {
 public:
  // Of the command line: FILEs in place of the workspace's configuration, and the day it is.
  explicit Workspace(const Options& options);

  // Directories, of which the first with a configuration in it or above counts.
  void set_roots(std::vector<std::string> roots);

  void put(const std::string& uri, std::string text, std::optional<std::int64_t> version);
  void close(const std::string& uri);
  void mark_stale() { stale_ = true; }  // Something on disk may be another.
  bool is_stale() const { return stale_; }

  // Reads everything again when anything is stale.
  const Snapshot& snapshot();

  // Accepts by the code behind `doccord accept`, and says what.
  Gathered<std::string> accept(const AcceptOptions& decision);

  // What the editor calls the file: as it opened it, or else by its path.
  std::string uri_of(const std::string& path) const;
  std::optional<std::int64_t> version_of(const std::string& uri) const;
  // The file's text: what is unsaved, else what is on disk; empty when it cannot be read.
  std::string text_of(const std::string& path) const;
  // Where the documents named by `uri` are at the position: none, or several when a file is
  // more than one source.
  std::vector<SourcePlace> places_at(const std::string& uri, EditorPosition position);

 private:
  struct OpenFile {
    std::string uri;
    std::optional<std::int64_t> version;
  };

  std::vector<std::string> files_to_load() const;
  Gathered<Results> read(Unreadable unreadable) const;  // No decision applied.
  void add_views();

  Options options_;
  std::vector<std::string> roots_;
  UnsavedTexts unsaved_;  // By canonical path, as the next one.
  std::map<std::string, OpenFile> open_;
  bool stale_ = true;
  std::unique_ptr<Snapshot> snapshot_;  // Stays in place: its views point into its texts.
};

}  // namespace doccord::lsp
