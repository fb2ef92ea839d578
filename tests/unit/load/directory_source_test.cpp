#include "load/directory_source.h"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <string>

#include "support/temporary_directory.h"

namespace doccord::test {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

Source read(const fs::path& directory) {
  Source source;
  source.path = directory.string();
  const auto read = source_from_directory(source);
  REQUIRE(read);
  return *read;
}

}  // namespace

TEST_CASE("directory source: its files follow one another by path, each ended by a line end") {
  const TemporaryDirectory directory;
  write(directory.path() / "b.md", "\xEF\xBB\xBFsecond");
  write(directory.path() / "a/index.md", "first\nline\n");
  write(directory.path() / "c.md", "third");
  write(directory.path() / ".hidden", "hidden");
  write(directory.path() / ".git/config", "hidden");
  write(directory.path() / "image.png", std::string("\x89PNG\0\xFF", 6));
  const Source source = read(directory.path());
  CHECK(source.text == "first\nline\nsecond\nthird");
  REQUIRE(source.files.size() == 3);
  CHECK(source.files[1].path == (directory.path() / "b.md").string());
  CHECK(later_file_starts(source) == std::vector<std::size_t>{11, 18});
  CHECK(size_on_disk(source) == 26);  // With the mark, and the line end that was put in.

  CHECK(file_at(source, 0).path == (directory.path() / "a/index.md").string());
  CHECK(file_at(source, 10).span == Span{0, 11});
  CHECK(file_at(source, 11).span == Span{11, 18});
  CHECK(file_at(source, 11).byte_order_mark == 3);
  CHECK(file_at(source, 23).path == (directory.path() / "c.md").string());
}

TEST_CASE("directory source: a source of one file is that file everywhere") {
  Source source;
  source.path = "a.md";
  source.text = "text";
  CHECK(file_at(source, 3).path == "a.md");
  CHECK(file_at(source, 3).span == Span{0, 4});
  CHECK(later_file_starts(source).empty());
}

TEST_CASE("directory source: every file that cannot be read is told") {
  const TemporaryDirectory directory;
  write(directory.path() / "a.md", "caf\xE9");
  write(directory.path() / "b.md", " \n");
  Source source;
  source.path = directory.path().string();
  const auto read = source_from_directory(source);
  REQUIRE_FALSE(read);
  REQUIRE(read.error().size() == 2);
  CHECK(read.error()[0].message == "is not UTF-8: byte 0xE9 is not part of a character");
  CHECK(read.error()[1].message == "is empty");
}

}  // namespace doccord::test
