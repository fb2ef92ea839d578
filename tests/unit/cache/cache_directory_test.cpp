#include "cache/cache_directory.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "support/failing_call.h"
#include "support/temporary_directory.h"

namespace doccord::test {
namespace {

namespace fs = std::filesystem;

std::string key_of(char digit) { return std::string(64, digit); }

fs::path file_of(const fs::path& directory, char digit) {
  return directory / (key_of(digit) + ".reading");
}

CacheDirectory opened(const fs::path& path) {
  auto directory = CacheDirectory::open_or_make(path.string());
  REQUIRE(directory);
  return std::move(*directory);
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

void set_last_use(const fs::path& path, long seconds) {
  const timespec times[2] = {{seconds, 0}, {seconds, 0}};
  REQUIRE(::utimensat(AT_FDCWD, path.c_str(), times, 0) == 0);
}

std::set<std::string> names_in(const fs::path& directory) {
  std::set<std::string> names;
  for (const auto& each : fs::directory_iterator(directory)) names.insert(each.path().filename());
  return names;
}

}  // namespace

TEST_CASE("a cache gives back what was stored by a key, also to another run") {
  const TemporaryDirectory place;
  const fs::path path = place.path() / "made" / "cache";
  const CacheDirectory directory = opened(path);
  CHECK_FALSE(directory.find(key_of('a')));
  REQUIRE(directory.store(key_of('a'), "first"));
  REQUIRE(directory.store(key_of('b'), ""));
  REQUIRE(directory.store(key_of('a'), "second"));
  CHECK(opened(path).find(key_of('a')) == "second");
  CHECK(opened(path.string() + "/").find(key_of('b')) == "");
  CHECK((fs::status(path).permissions() & fs::perms::all) == fs::perms::owner_all);
  // And two notices for other programs.
  CHECK(names_in(path) == std::set<std::string>{".gitignore", "CACHEDIR.TAG",
                                                key_of('a') + ".reading",
                                                key_of('b') + ".reading"});
}

TEST_CASE("a file of a cache with any bit changed or cut at any byte holds nothing") {
  const TemporaryDirectory place;
  const CacheDirectory directory = opened(place.path() / "cache");
  REQUIRE(directory.store(key_of('a'), "what was stored"));
  const fs::path file = file_of(place.path() / "cache", 'a');
  const std::string whole = bytes_of(file);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    write(file, whole.substr(0, size));
    CHECK_FALSE(directory.find(key_of('a')));
  }
  for (std::size_t i = 0; i < whole.size() * 8; ++i) {
    std::string changed = whole;
    changed[i / 8] = static_cast<char>(changed[i / 8] ^ (1 << i % 8));
    write(file, changed);
    CHECK_FALSE(directory.find(key_of('a')));
  }
  write(file, whole + "x");
  CHECK_FALSE(directory.find(key_of('a')));
  write(file, whole);
  CHECK(directory.find(key_of('a')) == "what was stored");
}

TEST_CASE("nothing is found by another key, through a link or in a pipe") {
  const TemporaryDirectory place;
  const fs::path path = place.path() / "cache";
  const CacheDirectory directory = opened(path);
  REQUIRE(directory.store(key_of('a'), "stored"));
  fs::copy(file_of(path, 'a'), file_of(path, 'b'));
  CHECK_FALSE(directory.find(key_of('b')));
  fs::rename(file_of(path, 'a'), place.path() / "elsewhere");
  fs::create_symlink(place.path() / "elsewhere", file_of(path, 'a'));
  CHECK_FALSE(directory.find(key_of('a')));
  REQUIRE(::mkfifo(file_of(path, 'c').c_str(), 0600) == 0);
  CHECK_FALSE(directory.find(key_of('c')));
  // What is stored takes the link's place and does not go through it.
  REQUIRE(directory.store(key_of('a'), "again"));
  CHECK(directory.find(key_of('a')) == "again");
  CHECK(bytes_of(place.path() / "elsewhere").ends_with("\nstored"));
  fs::create_directory(file_of(path, 'd'));
  CHECK_FALSE(directory.find(key_of('d')));
  const auto stored = directory.store(key_of('d'), "in the way");
  REQUIRE_FALSE(stored);
  CHECK(stored.error().message.starts_with("cannot be written: "));
  CHECK(names_in(path).size() == 6);  // Nothing stays of the attempt.
}

TEST_CASE("a directory that others can write to or look into is no cache") {
  const TemporaryDirectory place;
  for (const mode_t mode : {0755, 0750, 0777, 0701}) {
    const fs::path path = place.path() / std::to_string(mode);
    REQUIRE(::mkdir(path.c_str(), 0700) == 0);
    REQUIRE(::chmod(path.c_str(), mode) == 0);
    const auto directory = CacheDirectory::open_or_make(path.string());
    REQUIRE_FALSE(directory);
    CHECK(directory.error().message.starts_with("is open to others (mode 7"));
    CHECK(fs::is_empty(path));
  }
  write(place.path() / "file", "");
  CHECK_FALSE(CacheDirectory::open_or_make((place.path() / "file").string()));
  CHECK_FALSE(CacheDirectory::open_or_make((place.path() / "file" / "below").string()));
}

TEST_CASE("a directory of somebody else's, or that cannot be looked at, is no cache") {
  if (::geteuid() == 0) {
    const TemporaryDirectory place;
    const fs::path path = place.path() / "cache";
    fs::create_directory(path);
    fs::permissions(path, fs::perms::owner_all);
    REQUIRE(::chown(path.c_str(), 65534, 65534) == 0);
    const auto opened_here = CacheDirectory::open_or_make(path.string());
    REQUIRE_FALSE(opened_here);
    CHECK(opened_here.error().message == "belongs to somebody else");
  }
  const TemporaryDirectory place;
  const FailingCall failing("fstat", EIO);
  const auto opened_here = CacheDirectory::open_or_make((place.path() / "cache").string());
  REQUIRE_FALSE(opened_here);
  CHECK(opened_here.error().message == "cannot be looked at: Input/output error");
}

TEST_CASE("what cannot be read is not there, and what cannot be written leaves nothing") {
  const TemporaryDirectory place;
  const fs::path path = place.path() / "cache";
  const CacheDirectory directory = opened(path);
  REQUIRE(directory.store(key_of('a'), "bytes"));
  for (const int nth : {1, 2}) {
    const FailingCall failing("read", EIO, nth);
    CHECK_FALSE(directory.find(key_of('a')));
    CHECK(failing.happened());
  }
  {
    const FailingCall failing("fstat", EIO);
    CHECK_FALSE(directory.find(key_of('a')));
  }
  for (const char* call : {"openat", "write", "close", "renameat"}) {
    CAPTURE(call);
    const FailingCall failing(call, ENOSPC);
    const auto stored = directory.store(key_of('b'), "bytes");
    REQUIRE_FALSE(stored);
    CHECK(stored.error().message == "cannot be written: No space left on device");
  }
  CHECK(names_in(path).size() == 3);
  CHECK(directory.find(key_of('a')) == "bytes");
}

TEST_CASE("what is too large is neither kept nor believed") {
  const TemporaryDirectory place;
  const fs::path path = place.path() / "cache";
  const CacheDirectory directory = opened(path);
  CHECK(directory.store(key_of('a'), std::string(CacheDirectory::kMostBytesOfKey, 'x')));
  CHECK_FALSE(fs::exists(file_of(path, 'a')));
  write(file_of(path, 'b'), "x");
  fs::resize_file(file_of(path, 'b'), CacheDirectory::kMostBytesOfKey + 1);  // A hole, no bytes.
  CHECK_FALSE(directory.find(key_of('b')));
}

TEST_CASE("only what is named like a file of a cache is removed, and only when it can be listed") {
  const TemporaryDirectory place;
  const fs::path path = place.path() / "cache";
  const CacheDirectory directory = opened(path);
  const std::vector<std::string> others{
      std::string(64, 'a') + ".other", std::string(64, 'a') + "b.new",
      std::string(64, 'g') + ".reading", std::string(64, 'a') + "-x.reading", "short.reading"};
  for (const std::string& name : others) write(path / name, std::string(100, 'x'));
  REQUIRE(directory.store(key_of('c'), "bytes"));
  {
    const FailingCall failing("fdopendir", EMFILE);
    directory.tidy(1);
  }
  {
    const FailingCall failing("fstatat", EIO);
    directory.tidy(1);
  }
  CHECK(fs::exists(file_of(path, 'c')));
  directory.tidy(1);
  CHECK_FALSE(fs::exists(file_of(path, 'c')));
  for (const std::string& name : others) CHECK(fs::exists(path / name));
}

TEST_CASE("what was used least lately goes first, and only what is the cache's") {
  const TemporaryDirectory place;
  const fs::path path = place.path() / "cache";
  const CacheDirectory directory = opened(path);
  const std::string bytes(4000, 'x');  // With its checksum, a block of 4 KiB.
  for (const char key : {'1', '2', '3', '4'}) {
    REQUIRE(directory.store(key_of(key), bytes));
    set_last_use(file_of(path, key), 1000 + key);
  }
  CHECK(directory.find(key_of('1')));  // Used now, and so the last to go.
  write(path / "notes.txt", std::string(100000, 'x'));
  fs::create_symlink(path / "notes.txt", file_of(path, '0'));
  directory.tidy(std::uint64_t{1} << 20);
  CHECK(names_in(path).size() == 8);
  directory.tidy(12000);
  CHECK(directory.find(key_of('1')));
  CHECK_FALSE(directory.find(key_of('2')));
  CHECK_FALSE(directory.find(key_of('3')));
  CHECK(fs::exists(path / "notes.txt"));
  CHECK(fs::is_symlink(file_of(path, '0')));
}

TEST_CASE("what a run that was killed has left is removed when it is an hour old") {
  const TemporaryDirectory place;
  const fs::path path = place.path() / "cache";
  const CacheDirectory directory = opened(path);
  const fs::path old_file = path / (key_of('a') + ".123-1.new");
  const fs::path new_file = path / (key_of('b') + ".123-2.new");
  write(old_file, "half");
  write(new_file, "half");
  REQUIRE(directory.store(key_of('c'), "whole"));
  set_last_use(old_file, 10000);
  set_last_use(new_file, 10000 + 3000);
  set_last_use(file_of(path, 'c'), 10000 + 3601);
  directory.tidy(1);
  CHECK_FALSE(fs::exists(old_file));
  CHECK(fs::exists(new_file));
}

}  // namespace doccord::test
