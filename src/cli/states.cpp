#include "cli/states.h"

#include <fmt/format.h>

#include <filesystem>
#include <iterator>
#include <utility>

#include "cli/analyze.h"
#include "cli/git.h"
#include "rules/extraction_degraded.h"
#include "rules/levels.h"
#include "rules/rule.h"

namespace doccord {
namespace {

namespace fs = std::filesystem;

tl::unexpected<std::vector<Error>> failure(Error error) {
  return tl::unexpected(std::vector<Error>{std::move(error)});
}

bool there_is(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

bool is_a_directory(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

// Where the configuration stands in its repository, so that it can be found in a second checkout.
fs::path place_in_repository(const std::string& config) {
  const fs::path parent = fs::path(config).parent_path();
  const auto prefix =
      run_git(parent.empty() ? "." : parent.string(), {"rev-parse", "--show-prefix"});
  if (!prefix) return {};
  return fs::path(prefix->substr(0, prefix->find('\n'))) / fs::path(config).filename();
}

// The files of a second directory that are those of the first.
std::vector<std::string> files_in(const std::string& directory,
                                  const std::vector<std::string>& files,
                                  const std::string& config) {
  if (files.empty() && config.empty()) return {directory};
  if (files.empty()) {
    const fs::path place = place_in_repository(config);
    const bool nested = !there_is(fs::path(directory) / "doccord.json") && !place.empty() &&
                        there_is(fs::path(directory) / place);
    return {nested ? (fs::path(directory) / place).string() : directory};
  }
  std::vector<std::string> found;
  for (const std::string& file : files) {
    const fs::path relative = fs::path(file).lexically_normal().relative_path();
    if (fs::path(file).is_relative() && there_is(directory / relative)) {
      found.push_back((directory / relative).string());
    } else if (there_is(directory / fs::path(file).filename())) {
      found.push_back((directory / fs::path(file).filename()).string());
    }
  }
  if (found.empty() && files.size() == 1 && is_a_directory(files[0])) found.push_back(directory);
  return found;
}

// Names files of the export as git does.
std::vector<Error> as_of_revision(std::vector<Error> errors, const ExportedTree& tree) {
  for (Error& error : errors) {
    if (!error.path.empty()) error.path = tree.shown(error.path);
  }
  return errors;
}

Gathered<DocumentState> read_revision(const std::string& revision,
                                      const std::vector<std::string>& files,
                                      const std::string& config, const std::string& today) {
  if (files.empty() && config.empty()) {
    return failure(
        {"", 0, 0, fmt::format("no doccord.json here or above to look for in `{}`", revision)});
  }
  const fs::path parent = fs::path(config).parent_path();
  const auto tree = ExportedTree::of(parent.empty() ? "." : parent.string(), revision);
  if (!tree) return failure(tree.error());
  std::vector<std::string> found;
  for (const std::string& file : files) {
    if (there_is(tree->path_of(file))) found.push_back(tree->path_of(file));
  }
  if (files.empty()) {
    found.push_back(tree->path_of(config));
    std::error_code ignored;
    // A change that brings doccord in is compared by the configuration that it brings.
    if (!there_is(found[0])) fs::copy_file(config, found[0], ignored);
  }
  if (found.empty())
    return failure({"", 0, 0, fmt::format("`{}` has none of the files", revision)});
  auto state = read_state({found}, today, Unreadable::refuse);
  if (!state) return tl::unexpected(as_of_revision(state.error(), *tree));
  for (Source& source : state->results.sources.sources) {
    source.path = tree->shown(source.path);
    for (SourceFile& file : source.files) file.path = tree->shown(file.path);
  }
  return state;
}

}  // namespace

Gathered<DocumentState> read_state(const Inputs& inputs, const std::string& today,
                                   Unreadable unreadable) {
  auto results = analyze_documents(inputs, unreadable);
  if (!results) return tl::unexpected(results.error());
  return with_acceptances(std::move(*results), today);
}

Gathered<DocumentState> with_acceptances(Results results, const std::string& today) {
  auto book = read_acceptances(results.sources.config_path);
  if (!book) return tl::unexpected(book.error());
  apply_acceptances(results, *book, today);
  return DocumentState{std::move(results), std::move(book->entries)};
}

Gathered<DocumentState> read_other_state(const std::string& where,
                                         const std::vector<std::string>& files,
                                         const std::string& config, const std::string& today) {
  if (!is_a_directory(where)) return read_revision(where, files, config, today);
  const auto found = files_in(where, files, config);
  if (found.empty()) return failure({where, 0, 0, "holds none of the files"});
  return read_state({found}, today, Unreadable::refuse);
}

void compare_with_base(DocumentState& head, const std::string& base_name,
                       const DocumentState& base) {
  Results& results = head.results;
  auto degraded =
      find_degraded_extraction({base.results.registry, results.registry, results.sources});
  remove_consequences(results.discrepancies, degraded);
  apply_levels(degraded, results.sources.settings, results.registry);
  std::move(degraded.begin(), degraded.end(), std::back_inserter(results.discrepancies));
  sort_discrepancies(results.discrepancies);
  Changes changes = find_changes(base.results, results);
  changes.base = base_name;
  changes.acceptances_added = acceptances_beyond(base.acceptances, head.acceptances);
  changes.acceptances_removed = acceptances_beyond(head.acceptances, base.acceptances);
  results.changes = std::move(changes);
}

}  // namespace doccord
