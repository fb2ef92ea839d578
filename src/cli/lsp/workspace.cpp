#include "cli/lsp/workspace.h"

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <utility>

#include "cli/accept_in_file.h"
#include "cli/acceptances.h"
#include "cli/lsp/uri.h"
#include "cli/states.h"

namespace doccord::lsp {
namespace {

namespace fs = std::filesystem;

std::string absolute(const std::string& path) {
  std::error_code failed;
  const fs::path whole = fs::absolute(path, failed);
  return failed ? path : whole.lexically_normal().string();
}

}  // namespace

const FileView& Snapshot::file_of(std::size_t source, std::size_t offset) const {
  const auto after = std::partition_point(files.begin(), files.end(), [&](const FileView& file) {
    return file.source < source || (file.source == source && file.span.begin <= offset);
  });
  return after == files.begin() ? *after : *(after - 1);
}

Workspace::Workspace(const Options& options)
    : options_(options), snapshot_(std::make_unique<Snapshot>()) {
  for (std::string& file : options_.files) file = absolute(file);
}

void Workspace::set_roots(std::vector<std::string> roots) {
  roots_ = std::move(roots);
  stale_ = true;
}

void Workspace::put(const std::string& uri, std::string text, std::optional<std::int64_t> version) {
  const auto path = path_of_uri(uri);
  if (!path) return;
  const std::string name = canonical_path(*path);
  open_[name] = {uri, version};
  unsaved_[name] = std::move(text);
  stale_ = true;
}

void Workspace::close(const std::string& uri) {
  const auto path = path_of_uri(uri);
  if (!path) return;
  open_.erase(canonical_path(*path));
  unsaved_.erase(canonical_path(*path));
  stale_ = true;
}

// The nearest configuration of a root; when no root has one, that of a document that is open, as
// where a repository keeps its documents in a folder.
std::vector<std::string> Workspace::files_to_load() const {
  if (!options_.files.empty()) return options_.files;
  for (const std::string& root : roots_) {
    if (std::string config = find_config(root); !config.empty()) return {config};
  }
  for (const auto& [path, file] : open_) {
    std::string config = find_config(fs::path(path).parent_path().string());
    if (!config.empty()) return {config};
  }
  return {};
}

Gathered<Results> Workspace::read(Unreadable unreadable) const {
  const auto files = files_to_load();
  if (files.empty()) {
    return tl::unexpected(std::vector<Error>{
        {"", 0, 0, "no doccord.json in the workspace or above; `doccord init` writes one"}});
  }
  return extract_loaded({files, ".", config_names(), &unsaved_}, unreadable)
      .and_then([](Extracts&& extracts) { return analyze(std::move(extracts)); });
}

const Snapshot& Workspace::snapshot() {
  if (!stale_) return *snapshot_;
  stale_ = false;
  snapshot_ = std::make_unique<Snapshot>();
  auto results = read(Unreadable::leave_out);
  const auto today = today_of(options_.gate);
  if (!results || !today) {
    snapshot_->errors = results ? std::vector<Error>{today.error()} : results.error();
    return *snapshot_;
  }
  auto state = with_acceptances(std::move(*results), *today);
  if (!state) {
    snapshot_->errors = state.error();
    return *snapshot_;
  }
  snapshot_->results = std::move(state->results);
  add_views();
  return *snapshot_;
}

void Workspace::add_views() {
  const std::vector<Source>& sources = snapshot_->results->sources.sources;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const std::string_view text = sources[i].text;
    for (std::size_t begin = 0;;) {
      const FilePart part = file_at(sources[i], begin);
      const std::string path(part.path);
      snapshot_->files.push_back({uri_of(path), canonical_path(path), i, part.span,
                                  EditorLines(text.substr(part.span.begin, part.span.size()))});
      if (part.span.end >= text.size()) break;
      begin = part.span.end;
    }
  }
}

Gathered<std::string> Workspace::accept(const AcceptOptions& decision) {
  auto results = read(Unreadable::refuse);
  if (!results) return tl::unexpected(results.error());
  const auto today = today_of(options_.gate);
  if (!today) return tl::unexpected(std::vector<Error>{today.error()});
  stale_ = true;
  std::ostringstream said;
  return accept_in_file(decision, *today, std::move(*results), said).map([&](std::size_t) {
    return said.str();
  });
}

std::string Workspace::uri_of(const std::string& path) const {
  const auto open = open_.find(canonical_path(path));
  return open == open_.end() ? uri_of_path(absolute(path)) : open->second.uri;
}

std::optional<std::int64_t> Workspace::version_of(const std::string& uri) const {
  for (const auto& [path, file] : open_) {
    if (file.uri == uri) return file.version;
  }
  return std::nullopt;
}

std::string Workspace::text_of(const std::string& path) const {
  return read_file(path, kMostDocumentBytes, &unsaved_).value_or("");
}

std::vector<SourcePlace> Workspace::places_at(const std::string& uri, EditorPosition position) {
  std::vector<SourcePlace> places;
  const auto path = path_of_uri(uri);
  if (!path) return places;
  const std::string name = canonical_path(*path);
  for (const FileView& file : snapshot().files) {
    if (file.path != name) continue;
    places.push_back({file.source, file.span.begin + file.lines.offset(position)});
  }
  return places;
}

}  // namespace doccord::lsp
