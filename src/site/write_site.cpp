#include "site/write_site.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string_view>

#include "site/directory.h"

namespace doccord {
namespace {

constexpr const char* kMarker = ".doccord-site";
constexpr std::string_view kHeading =
    "doccord site 1: this directory is rewritten by `doccord build`; its files:\n";

using Paths = std::set<std::string>;

bool is_safe_path(std::string_view path) {
  for (;;) {
    const std::size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    if (part.empty() || part == "." || part == ".." || part.find('\0') != part.npos) return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

std::string marker_text(const Paths& paths) {
  std::string text(kHeading);
  for (const std::string& path : paths) text += path + "\n";
  return text;
}

// What the marker lists; nothing when it is not one of ours or was tampered with.
std::optional<Paths> paths_in_marker(std::string_view text) {
  if (!text.starts_with(kHeading)) return std::nullopt;
  text.remove_prefix(kHeading.size());
  Paths paths;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view path = text.substr(0, end);
    if (end == std::string_view::npos || !is_safe_path(path)) return std::nullopt;
    paths.emplace(path);
    text.remove_prefix(end + 1);
  }
  return paths;
}

// The files of the site that stands in the directory, which is ours or empty.
Result<Paths> earlier_files(const Directory& directory, const std::string& name) {
  const std::optional<std::string> marker = directory.read(kMarker);
  if (marker) {
    if (std::optional<Paths> paths = paths_in_marker(*marker)) return *paths;
    return tl::unexpected(Error{name + "/" + kMarker, 0, 0,
                                "is not a list of a website's files; remove it, or choose another "
                                "directory"});
  }
  const Result<std::vector<std::string>> names = directory.names();
  if (!names) return tl::unexpected(names.error());
  if (!names->empty()) {
    const std::string& first = *std::min_element(names->begin(), names->end());
    return tl::unexpected(Error{name, 0, 0,
                                "holds files that are not a website by doccord, such as `" + first +
                                    "`; expected a directory that is new, empty or written by "
                                    "`doccord build`"});
  }
  return Paths{};
}

Result<void> check_nothing_in_the_way(const SitePlan& plan, const Directory& directory,
                                      const Paths& earlier, const std::string& name) {
  const Result<std::vector<std::string>> names = directory.names();
  if (!names) return tl::unexpected(names.error());
  const Paths there(names->begin(), names->end());
  for (const PlannedFile& file : plan.files) {
    assert(is_safe_path(file.path) && file.path != kMarker);
    // Most files are new, in a directory that is new.
    if (!there.contains(file.path.substr(0, file.path.find('/')))) continue;
    if (earlier.contains(file.path) || !directory.has(file.path)) continue;
    return tl::unexpected(
        Error{name + "/" + file.path, 0, 0, "is in the way: the website needs this path"});
  }
  return {};
}

// Writes what is not there already, byte for byte. One file at a time in each directory, as a file
// on its way to its place has the same name there.
class Writer {
 public:
  Writer(const Directory& directory, const Paths& earlier)
      : directory_(directory), earlier_(earlier) {}

  Result<void> write(const std::string& path, const std::string& bytes) {
    if (earlier_.contains(path) && directory_.read(path) == bytes) {
      ++unchanged_;
      return {};
    }
    ++written_;
    const std::string_view parent = std::string_view(path).substr(0, path.rfind('/') + 1);
    const std::lock_guard lock(in_directory_[std::hash<std::string_view>()(parent) % kLocks]);
    return directory_.replace(path, bytes);
  }

  WriteSummary summary() const { return {written_, unchanged_, 0}; }

 private:
  static constexpr std::size_t kLocks = 64;

  const Directory& directory_;
  const Paths& earlier_;
  std::array<std::mutex, kLocks> in_directory_;
  std::atomic<std::size_t> written_ = 0;
  std::atomic<std::size_t> unchanged_ = 0;
};

Result<void> write_files(const SitePlan& plan, const Directory& directory, const Paths& earlier,
                         const Tick& tick, WriteSummary& summary) {
  Writer writer(directory, earlier);
  Result<void> done = make_files(
      plan, [&](const std::string& path, std::string bytes) { return writer.write(path, bytes); },
      tick);
  summary = writer.summary();
  return done;
}

}  // namespace

Result<WriteSummary> write_site(const SitePlan& plan, const std::string& name, const Tick& tick) {
  const Result<Directory> directory = Directory::open_or_make(name);
  if (!directory) return tl::unexpected(directory.error());
  // Two runs at once would take each other's half-written files for their own.
  if (const Result<void> locked = directory->lock(); !locked) {
    return tl::unexpected(locked.error());
  }
  const Result<Paths> earlier = earlier_files(*directory, name);
  if (!earlier) return tl::unexpected(earlier.error());
  Paths now;
  for (const PlannedFile& file : plan.files) now.insert(file.path);
  Paths both = now;
  both.insert(earlier->begin(), earlier->end());
  // While files come and go, the marker lists old and new ones: should the run be cut off, the next
  // one still knows them all as ours.
  Result<void> done = check_nothing_in_the_way(plan, *directory, *earlier, name);
  if (done && now != *earlier) done = directory->replace_durably(kMarker, marker_text(both));
  WriteSummary summary;
  if (done) done = write_files(plan, *directory, *earlier, tick, summary);
  for (const std::string& path : *earlier) {
    if (!done || now.contains(path)) continue;
    done = directory->remove(path);
    ++summary.removed;
  }
  if (done && both != now) done = directory->replace_durably(kMarker, marker_text(now));
  if (!done) return tl::unexpected(done.error());
  return summary;
}

Result<WriteSummary> write_site(const Site& site, const std::string& name, const Tick& tick) {
  SitePlan plan;
  for (const auto& [path, bytes] : site.files) {
    plan.files.push_back({path, [&bytes = bytes] { return bytes; }});
  }
  return write_site(plan, name, tick);
}

}  // namespace doccord
