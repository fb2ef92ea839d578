#include "cli/lsp/editor_lines.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace doccord::lsp {

static std::ostream& operator<<(std::ostream& out, const EditorPosition& position) {
  return out << position.line << ":" << position.character;
}

namespace {

TEST_CASE("editor lines: characters are UTF-16 units, from 0") {
  const std::string text = "aé\n€𝄞x\n";  // Of 1, 2, 1, 3, 4, 1 and 1 bytes.
  const EditorLines lines(text);
  CHECK(lines.position(0) == EditorPosition{0, 0});
  CHECK(lines.position(3) == EditorPosition{0, 2});
  CHECK(lines.position(4) == EditorPosition{1, 0});
  CHECK(lines.position(7) == EditorPosition{1, 1});
  CHECK(lines.position(11) == EditorPosition{1, 3});
  CHECK(lines.position(13) == EditorPosition{2, 0});
  CHECK(lines.position(99) == EditorPosition{2, 0});
}

TEST_CASE("editor lines: LF, CR LF and CR end lines, and places beyond are the ends") {
  const std::string text = "a\nb\r\nc\rd";
  const EditorLines lines(text);
  CHECK(lines.position(2) == EditorPosition{1, 0});
  CHECK(lines.position(5) == EditorPosition{2, 0});
  CHECK(lines.position(7) == EditorPosition{3, 0});
  CHECK(lines.offset({0, 9}) == 1);
  CHECK(lines.offset({1, 9}) == 3);
  CHECK(lines.offset({2, 1}) == 6);
  CHECK(lines.offset({3, 9}) == 8);
  CHECK(lines.offset({4, 0}) == 8);
  CHECK(EditorLines("").offset({0, 3}) == 0);
}

TEST_CASE("editor lines: a place inside a surrogate pair is the character's start") {
  const std::string text = "x𝄞y";
  const EditorLines lines(text);
  CHECK(lines.offset({0, 1}) == 1);
  CHECK(lines.offset({0, 2}) == 1);
  CHECK(lines.offset({0, 3}) == 5);
  CHECK(lines.offset({0, 4}) == 6);
}

TEST_CASE("editor lines: every place of a long text leads back to its offset") {
  std::string text;
  for (int i = 0; i < 700; ++i) text += i % 97 == 0 ? "\r\n" : i % 3 == 0 ? "𝄞" : "é-";
  for (int i = 0; i < 3000; ++i) text += i % 5 == 0 ? "€" : "w";
  const EditorLines lines(text);
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool inside = i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
    const bool in_line_end = i > 0 && i < text.size() && text[i] == '\n' && text[i - 1] == '\r';
    if (inside || in_line_end) continue;
    CAPTURE(i);
    REQUIRE(lines.offset(lines.position(i)) == i);
  }
}

}  // namespace
}  // namespace doccord::lsp
