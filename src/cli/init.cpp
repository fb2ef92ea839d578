// `doccord init`: a first configuration, from what the documents are found to be.

#include <fmt/format.h>
#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/output.h"
#include "cli/workflow_file.h"
#include "cli/write_file.h"
#include "extract/extract.h"
#include "extract/tree_text.h"
#include "library/analyze.h"
#include "load/load.h"
#include "parse/parse.h"
#include "rules/phrasing.h"
#include "text/terminal.h"
#include "text/utf8.h"
#include "text/workflow.h"

namespace doccord {
namespace {

namespace fs = std::filesystem;

using Errors = std::vector<Error>;

constexpr std::string_view kAcceptedFile = "doccord-accepted.jsonl";
constexpr std::string_view kAttributes = "doccord-accepted.jsonl merge=union text eol=lf\n";
constexpr std::size_t kShownEntries = 2;
constexpr std::size_t kMostTitle = 80;

// One document, looked at.
struct Looked {
  std::string path;
  std::string id;
  std::string title;  // Of its only main heading; may be empty.
  EntrySet entries;
  bool named = false;  // On the command line, rather than found in a directory.
};

std::string left_out(const std::string& path, const std::string& why) {
  return not_a_command(terminal_safe(fmt::format("{}: left out: {}", path, why))) + "\n";
}

std::string title_of(const Document& document) {
  std::string title;
  for (const Heading& heading : headings_of(document)) {
    if (heading.level != 1) continue;
    if (!title.empty()) return {};  // They are entries or chapters.
    title = heading.text;
  }
  return title.size() > kMostTitle ? std::string() : title;
}

Gathered<Looked> look_at(const std::string& path) {
  if (find_invalid_utf8(path)) {
    return tl::unexpected(Errors{{path, 0, 0, "cannot be named in JSON: its name is not UTF-8"}});
  }
  auto sources = load({{path}, "."});
  if (!sources) return tl::unexpected(sources.error());
  const Source& source = sources->sources.front();
  const auto document = parse(source);
  if (!document) return tl::unexpected(Errors{document.error()});
  auto entries = extract(source, *document);
  if (!entries) return tl::unexpected(Errors{entries.error()});
  return Looked{path, {}, title_of(*document), std::move(*entries), false};
}

// The documents in a directory, by name: what is not hidden and no file of doccord's own.
std::vector<std::string> documents_in(const std::string& directory) {
  std::vector<std::string> paths;
  std::error_code error;
  for (fs::directory_iterator at(directory, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (!at->is_regular_file(error) || name.starts_with('.')) continue;
    if (name == "doccord.json" || name == kAcceptedFile) continue;
    paths.push_back((fs::path(directory) / name).lexically_normal().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// The file's name as an id: without its extension, each run of other characters as a hyphen.
std::string id_of(const std::string& path, std::set<std::string>& taken) {
  std::string id;
  for (const char c : fs::path(path).stem().string()) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '.' || c == '_' || c == '-';
    if (plain) {
      id += c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (id.ends_with('-')) id.pop_back();
  if (id.find_first_not_of('.') == std::string::npos) id = "source";
  std::string unique = id;
  for (std::size_t count = 2; !taken.insert(unique).second; ++count) {
    unique = fmt::format("{}-{}", id, count);
  }
  return unique;
}

// The directory that all the documents stand in or below, from the working directory.
fs::path common_directory(const std::vector<Looked>& all) {
  fs::path common = fs::absolute(all.front().path).lexically_normal().parent_path();
  for (const Looked& each : all) {
    const fs::path directory = fs::absolute(each.path).lexically_normal().parent_path();
    fs::path shared;
    auto part = directory.begin();
    for (const fs::path& wanted : common) {
      if (part == directory.end() || *part != wanted) break;
      shared /= *part++;
    }
    common = shared;
  }
  return common.lexically_proximate(fs::current_path());
}

std::string config_text(const std::vector<Looked>& all, const fs::path& directory) {
  const auto quoted = [](const std::string& text) { return nlohmann::json(text).dump(); };
  const fs::path from = fs::absolute(directory).lexically_normal();
  std::string out = "{\n  \"sources\": [";
  for (const Looked& each : all) {
    const fs::path path = fs::absolute(each.path).lexically_normal().lexically_proximate(from);
    out += fmt::format("{}\n    {{\"id\": {}, \"path\": {}", &each == all.data() ? "" : ",",
                       quoted(each.id), quoted(path.generic_string()));
    if (!each.title.empty()) out += fmt::format(", \"title\": {}", quoted(each.title));
    out += "}";
  }
  return out + "\n  ]\n}\n";
}

void show(const std::vector<Looked>& all, std::ostream& out) {
  std::set<std::string_view> keys;
  for (const Looked& each : all) {
    const EntrySet& set = each.entries;
    out << fmt::format("{}: {}, {}, {} {}\n", not_a_command(terminal_safe(each.path)),
                       to_string(set.format), set.shape, set.entries.size(),
                       set.entries.size() == 1 ? "entry" : "entries");
    for (std::size_t i = 0; i < std::min(kShownEntries, set.entries.size()); ++i) {
      const Entry& entry = set.entries[i];
      const std::string& says = entry.names.empty() ? entry.description : entry.names.front();
      out << not_a_command(terminal_safe(fmt::format("  {} {}", entry.key, says))) << "\n";
    }
    for (const Entry& entry : set.entries) keys.insert(entry.key);
  }
  out << fmt::format("{}, {}\n", counted(all.size(), "document"), counted(keys.size(), "key"));
}

// Adds the line for the file of acceptances, unless there is one.
tl::expected<void, Error> add_attributes(const fs::path& directory) {
  const std::string path = (directory / ".gitattributes").lexically_normal().string();
  std::error_code ignored;
  std::string text;
  if (fs::exists(path, ignored)) {
    auto before = read_file(path, kMostDocumentBytes);
    if (!before) return tl::unexpected(before.error());
    text = std::move(*before);
  }
  if (("\n" + text).find("\n" + std::string(kAcceptedFile) + " ") != std::string::npos) return {};
  if (!text.empty() && text.back() != '\n') text += '\n';
  return write_file(path, text + std::string(kAttributes));
}

// Leaves out what was not named and has no key in common with any other: a README beside the
// documents is none of them.
void leave_out_strangers(std::vector<Looked>& all, std::ostream& err) {
  std::map<std::string, std::size_t, std::less<>> uses;
  for (const Looked& each : all) {
    std::set<std::string_view> keys;
    for (const Entry& entry : each.entries.entries) keys.insert(entry.key);
    for (const std::string_view key : keys) ++uses[std::string(key)];
  }
  const auto shares = [&](const Looked& each) {
    return std::any_of(each.entries.entries.begin(), each.entries.entries.end(),
                       [&](const Entry& entry) { return uses[entry.key] > 1; });
  };
  if (std::none_of(all.begin(), all.end(), shares)) return;
  std::erase_if(all, [&](const Looked& each) {
    const bool leave = !each.named && !shares(each);
    if (leave) err << left_out(each.path, "no key in common with the others");
    return leave;
  });
}

Gathered<std::vector<Looked>> look_at_all(const Options& options, std::ostream& err) {
  std::error_code ignored;
  std::vector<Looked> all;
  Errors errors;
  const auto look = [&](const std::string& path, bool named) {
    auto looked = look_at(path);
    if (looked) {
      looked->named = named;
      all.push_back(std::move(*looked));
    } else if (named) {
      errors.insert(errors.end(), looked.error().begin(), looked.error().end());
    } else {
      err << left_out(path, looked.error().front().message);
    }
  };
  for (const std::string& file :
       options.files.empty() ? std::vector<std::string>{"."} : options.files) {
    if (!fs::is_directory(file, ignored)) {
      look(file, true);
      continue;
    }
    for (const std::string& path : documents_in(file)) look(path, false);
  }
  if (errors.empty() && all.empty()) {
    errors.push_back(
        {"", 0, 0, "no document with entries; name them, as in `doccord init FILE...`"});
  }
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  leave_out_strangers(all, err);
  std::set<std::string> ids;
  for (Looked& each : all) each.id = id_of(each.path, ids);
  return all;
}

// A file that init writes: where it stands, and what of it is left to do.
struct Written {
  std::string path;
  std::string text;
  std::string hint = {};
};

std::vector<Written> files_to_write(const Options& options, const fs::path& directory,
                                    std::string config) {
  std::vector<Written> files{
      {(directory / "doccord.json").lexically_normal().string(), std::move(config)}};
  if (options.workflow.empty()) return files;
  const fs::path absolute = fs::absolute(directory / ".").lexically_normal().parent_path();
  const fs::path root = repository_root(absolute.string());
  const WorkflowFile workflow =
      workflow_file(options.workflow, absolute.lexically_proximate(root).generic_string());
  const fs::path path = (root / workflow.path).lexically_proximate(fs::current_path());
  files.push_back({path.string(), workflow.text, workflow.hint});
  return files;
}

tl::expected<void, Error> write_all(const std::vector<Written>& files, std::ostream& out) {
  for (const Written& file : files) {
    std::error_code error;
    const fs::path parent = fs::path(file.path).parent_path();
    if (!parent.empty()) fs::create_directories(parent, error);
    if (error) return tl::unexpected(Error{parent.string(), 0, 0, error.message()});
    if (auto written = write_file(file.path, file.text); !written) return written;
    const std::string told =
        fmt::format("wrote {}{}{}", file.path, file.hint.empty() ? "" : "; ", file.hint);
    out << not_a_command(terminal_safe(told)) << "\n";
  }
  return {};
}

ExitCode run_init(const Options& options, std::ostream& out, std::ostream& err) {
  const auto all = look_at_all(options, err);
  if (!all) return print_errors(all.error(), err);
  show(*all, options.dry_run ? err : out);
  const fs::path directory = common_directory(*all);
  std::vector<Written> files = files_to_write(options, directory, config_text(*all, directory));
  if (options.dry_run) {
    for (const Written& file : files) {
      if (files.size() > 1) err << not_a_command(terminal_safe(file.path)) << ":\n";
      out << file.text;
    }
    return ExitCode::ok;
  }
  Errors there;
  std::error_code ignored;
  // Who asks for a workflow afterwards has a configuration that he means to keep.
  if (!options.force && files.size() > 1 && fs::exists(files.front().path, ignored)) {
    out << not_a_command(terminal_safe(fmt::format("kept {}", files.front().path))) << "\n";
    files.erase(files.begin());
  }
  for (const Written& file : files) {
    if (options.force || !fs::exists(file.path, ignored)) continue;
    there.push_back({file.path, 0, 0, "is there already; --force writes over it"});
  }
  if (!there.empty()) return print_errors(there, err);
  const auto written = write_all(files, out).and_then([&] { return add_attributes(directory); });
  return written ? ExitCode::ok : print_errors({written.error()}, err);
}

}  // namespace

const Command commands::init{
    .name = "init",
    .summary = "Look at the documents and write a first doccord.json",
    .details =
        "Looks at the documents, or at those in the working directory, shows what was found in "
        "each, and writes a doccord.json beside them that names them. In .gitattributes it has "
        "the file of acceptances merged line by line. With --workflow it also writes what has "
        "GitHub or GitLab check every change.",
    .example = "doccord init docs/api.md include/errors.h",
    .options = {.files = true,
                .files_help = "Documents, or a directory with documents; without any, those of the "
                              "working directory",
                .limits = true,
                .init = true},
    .run = run_init};

}  // namespace doccord
