#include "cache/cache_directory.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <tuple>
#include <vector>

#include "base/file_handle.h"
#include "text/digest.h"

namespace doccord {
namespace {

constexpr int kDirectoryFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
constexpr std::size_t kKeyDigits = 64;
constexpr std::string_view kEnd = ".reading";
constexpr std::string_view kFreshEnd = ".new";  // A file on its way to its place.
// Longer than any run takes to write a file.
constexpr std::int64_t kSecondsToWrite = 3600;

// Others' programs are told that nothing here needs to be backed up or committed.
constexpr std::pair<const char*, std::string_view> kNotices[] = {
    {"CACHEDIR.TAG",
     "Signature: 8a477f597d28d172789f06886806bc55\n"
     "# What doccord has read of documents. See https://bford.info/cachedir/\n"},
    {".gitignore", "*\n"}};

// What stands before the bytes: nobody finds bytes by a key that they were not stored by.
std::string heading(const std::string& key, std::string_view bytes) {
  std::string stored = key;
  stored += bytes;
  return digest(stored) + "\n";
}

std::string failure(const char* what) { return fmt::format("{}: {}", what, std::strerror(errno)); }

// Why the directory is none that only its owner puts files into; empty when it is one.
std::string unfit(int handle) {
  struct stat facts {};
  if (::fstat(handle, &facts) != 0) return failure("cannot be looked at");
  if (facts.st_uid != ::geteuid()) return "belongs to somebody else";
  if ((facts.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return fmt::format(
        "is open to others (mode {:03o}), who could put anything into it; make it its owner's only "
        "with `chmod 700`, or name a directory that does not exist",
        facts.st_mode & 0777U);
  }
  return {};
}

// One of our files, and when it was used last.
struct Held {
  std::string name;
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;
  std::uint64_t bytes = 0;

  bool is_fresh() const { return name.ends_with(kFreshEnd); }
};

bool is_ours(std::string_view name) {
  return name.size() > kKeyDigits && (name.ends_with(kEnd) || name.ends_with(kFreshEnd)) &&
         name.find_first_not_of("0123456789abcdef") == kKeyDigits && name[kKeyDigits] == '.';
}

std::vector<Held> list_held(int handle) {
  // A handle of its own, as reading moves it and closing the stream closes it.
  DIR* stream = ::fdopendir(::openat(handle, ".", kDirectoryFlags));
  if (stream == nullptr) return {};
  std::vector<Held> all;
  while (const dirent* entry = ::readdir(stream)) {
    struct stat facts {};
    if (!is_ours(entry->d_name) ||
        ::fstatat(handle, entry->d_name, &facts, AT_SYMLINK_NOFOLLOW) != 0 ||
        !S_ISREG(facts.st_mode)) {
      continue;
    }
    constexpr std::int64_t kBlock = 512;  // Whatever the file system's own size of blocks.
    const std::int64_t bytes = std::max<std::int64_t>(facts.st_size, facts.st_blocks * kBlock);
    all.push_back({entry->d_name, facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec,
                   static_cast<std::uint64_t>(bytes)});
  }
  ::closedir(stream);
  return all;
}

}  // namespace

Result<CacheDirectory> CacheDirectory::open_or_make(const std::string& path) {
  std::filesystem::path whole(path);
  if (!whole.has_filename()) whole = whole.parent_path();  // A `/` at the end.
  std::error_code ignored;
  std::filesystem::create_directories(whole.parent_path(), ignored);
  const bool made = ::mkdir(whole.c_str(), 0700) == 0;
  FileHandle handle(::open(path.c_str(), kDirectoryFlags));
  std::string why = handle.ok() ? unfit(handle.get()) : failure("cannot be opened");
  if (!why.empty()) return tl::unexpected(Error{path, 0, 0, std::move(why)});
  CacheDirectory directory(std::move(handle), path);
  if (made) {
    for (const auto& [name, text] : kNotices) directory.put(name, text);
  }
  return directory;
}

std::optional<std::string> CacheDirectory::find(const std::string& key) const {
  const std::string name = key + std::string(kEnd);
  // Not blocking, so that a pipe in a file's place cannot hold us up.
  const FileHandle file(
      ::openat(handle_.get(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat facts {};
  if (!file.ok() || ::fstat(file.get(), &facts) != 0 || !S_ISREG(facts.st_mode) ||
      static_cast<std::uint64_t>(facts.st_size) > kMostBytesOfKey) {
    return std::nullopt;
  }
  std::string head(kKeyDigits + 1, '\0');
  if (static_cast<std::size_t>(facts.st_size) < head.size()) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(facts.st_size) - head.size(), '\0');
  if (!read_all(file.get(), head) || !read_all(file.get(), bytes)) return std::nullopt;
  if (head != heading(key, bytes)) return std::nullopt;
  ::futimens(file.get(), nullptr);  // Used now. Where it cannot be noted, it is removed sooner.
  return bytes;
}

Result<void> CacheDirectory::store(const std::string& key, std::string_view bytes) const {
  if (bytes.size() + kKeyDigits + 1 > kMostBytesOfKey) return {};
  std::string whole = heading(key, bytes);
  whole += bytes;
  return put(key + std::string(kEnd), whole);
}

Result<void> CacheDirectory::put(const std::string& name, std::string_view bytes) const {
  static std::atomic<unsigned> count{0};
  const std::string fresh =
      fmt::format("{}.{}-{}{}", name.substr(0, name.find('.', 1)), ::getpid(), ++count, kFreshEnd);
  FileHandle file(::openat(handle_.get(), fresh.c_str(),
                           O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
  // Not synced: what a power cut leaves half done has another checksum and is made anew.
  const bool made = file.ok();
  if (made && write_all(file.get(), bytes) && file.close() &&
      ::renameat(handle_.get(), fresh.c_str(), handle_.get(), name.c_str()) == 0) {
    return {};
  }
  Error error{path_ + "/" + name, 0, 0, failure("cannot be written")};
  if (made) ::unlinkat(handle_.get(), fresh.c_str(), 0);
  return tl::unexpected(std::move(error));
}

void CacheDirectory::tidy(std::uint64_t most_bytes) const {
  std::vector<Held> held = list_held(handle_.get());
  std::sort(held.begin(), held.end(), [](const Held& a, const Held& b) {
    return std::tie(a.seconds, a.nanoseconds, a.name) < std::tie(b.seconds, b.nanoseconds, b.name);
  });
  std::uint64_t bytes = 0;
  for (const Held& each : held) bytes += each.bytes;
  const std::uint64_t wanted = bytes > most_bytes ? most_bytes - most_bytes / 4 : bytes;
  for (const Held& each : held) {
    const bool abandoned = each.is_fresh() && each.seconds + kSecondsToWrite < held.back().seconds;
    if (!abandoned && (bytes <= wanted || each.is_fresh())) continue;
    // Another run may have removed it meanwhile.
    ::unlinkat(handle_.get(), each.name.c_str(), 0);
    bytes -= each.bytes;
  }
}

}  // namespace doccord
