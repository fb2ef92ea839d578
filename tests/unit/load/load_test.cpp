#include "load/load.h"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>

#include "support/temporary_directory.h"

namespace doccord::test {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

// The messages of what kept us from a result, a line each.
std::string errors_of(const tl::expected<SourceSet, std::vector<Error>>& loaded) {
  if (loaded) return "none\n";
  std::string out;
  for (const Error& error : loaded.error()) out += to_string(error) + "\n";
  return out;
}

}  // namespace

TEST_CASE("load: documents that cannot be read are all named, each with its reason") {
  const TemporaryDirectory directory;
  const WorkingDirectory inside(directory.path());
  write("empty.txt", "");
  write("blank.txt", " \n\u00A0\n");
  write("latin1.txt", "first\ncaf\xE9 \n");
  write("nul.txt", std::string("a\0b", 3));
  write("utf16.txt", std::string("\xFF\xFE"
                                 "a\0",
                                 4));
  fs::create_directory("folder");
  write("folder/only.txt", "x");
  CHECK(errors_of(load(
            {{"empty.txt", "blank.txt", "latin1.txt", "nul.txt", "utf16.txt", "none.txt"}, "."})) ==
        "blank.txt: error: is empty\n"
        "empty.txt: error: is empty\n"
        "latin1.txt:2:4: error: is not UTF-8: byte 0xE9 is not part of a character\n"
        "none.txt: error: cannot read: No such file or directory\n"
        "nul.txt:1:2: error: holds a NUL byte; only text is read\n"
        "utf16.txt:1:1: error: is encoded in UTF-16; only UTF-8 is read\n");
}

TEST_CASE(
    "load: without a configuration, ids are file names and the order of the arguments is nothing") {
  const TemporaryDirectory directory;
  const WorkingDirectory inside(directory.path());
  write("b.x.txt", "b");
  write("a.md",
        "\xEF\xBB\xBF"
        "a");
  const auto loaded = load({{"b.x.txt", "a.md"}, "."});
  REQUIRE(loaded);
  REQUIRE(loaded->sources.size() == 2);
  CHECK(loaded->sources[0].id == "a");
  CHECK(loaded->sources[0].text == "a");
  CHECK(loaded->sources[0].byte_order_mark == 3);
  CHECK(loaded->sources[1].id == "b.x");
  CHECK(errors_of(load({{"a.md", "./a.md"}, "."})) ==
        "./a.md: error: another document has the id `a.md`, too; name the documents in a "
        "doccord.json to give them ids\n");
}

TEST_CASE("load: documents of one name in two formats are told apart by it") {
  const TemporaryDirectory directory;
  const WorkingDirectory inside(directory.path());
  write("codes.md", "a");
  write("codes.txt", "b");
  write("list.md", "c");
  const auto loaded = load({{"codes.md", "codes.txt", "list.md"}, "."});
  REQUIRE(loaded);
  CHECK(loaded->sources[0].id == "codes.md");
  CHECK(loaded->sources[1].id == "codes.txt");
  CHECK(loaded->sources[2].id == "list");
}

TEST_CASE("load: the nearest configuration upward names the documents, in its order") {
  const TemporaryDirectory directory;
  fs::create_directories(directory.path() / "docs/inner");
  write(directory.path() / "docs/z.txt", "z");
  write(directory.path() / "docs/a.txt", "a");
  write(directory.path() / "docs/doccord.json",
        R"({"sources": [{"id": "last", "path": "z.txt", "title": "Z"}, {"path": "a.txt"}]})");
  const WorkingDirectory inside(directory.path() / "docs/inner");
  const auto loaded = load({{}, "."});
  REQUIRE(loaded);
  REQUIRE(loaded->sources.size() == 2);
  CHECK(loaded->sources[0].id == "last");
  CHECK(loaded->sources[0].title == "Z");
  CHECK(loaded->sources[0].path == "../z.txt");
  CHECK(loaded->sources[1].id == "a");
}

TEST_CASE("load: what is unsaved stands for the bytes on disk, whatever way leads to the file") {
  const TemporaryDirectory directory;
  const WorkingDirectory inside(directory.path());
  write("doccord.json", R"({"sources": [{"path": "a.txt"}]})");
  fs::create_directories("inner");
  write("inner/c.txt", "c");
  fs::create_symlink("inner", "link");
  const UnsavedTexts unsaved{
      {canonical_path("doccord.json"),
       R"({"sources": [{"path": "b.txt"}, {"path": "link/c.txt"}, {"id": "d", "path": "inner"}]})"},
      {canonical_path("b.txt"), "not on disk yet"},
      {canonical_path("inner/c.txt"), "\xEF\xBB\xBFunsaved"}};
  const auto loaded = load({{}, ".", {}, &unsaved});
  REQUIRE(loaded);
  REQUIRE(loaded->sources.size() == 3);
  CHECK(loaded->sources[0].text == "not on disk yet");
  CHECK(loaded->sources[1].text == "unsaved");
  CHECK(loaded->sources[1].byte_order_mark == 3);
  CHECK(loaded->sources[2].text == "unsaved");
}

TEST_CASE("load: a directory without a configuration gives every document in it") {
  const TemporaryDirectory directory;
  write(directory.path() / "b.txt", "b");
  write(directory.path() / "a.txt", "a");
  write(directory.path() / ".hidden", "h");
  const auto loaded = load({{directory.path().string()}, "."});
  REQUIRE(loaded);
  REQUIRE(loaded->sources.size() == 2);
  CHECK(loaded->sources[0].id == "a");
  CHECK(loaded->sources[1].id == "b");
}

}  // namespace doccord::test
