// However a Markdown text is read, in one piece or in many, by way of HTML or not, its document is
// the same.

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

#include "parse/markdown.h"
#include "unit/parse/parsed.h"

using namespace doccord;

namespace {

constexpr std::size_t kWhole = static_cast<std::size_t>(-1);

std::string tree(const Source& source, const MarkdownReading& reading) {
  const auto document = parse_markdown(source, reading);
  return document ? dump(*document) : to_string(document.error());
}

void check_readings(std::string text) {
  const Source source = Parsed::make(Format::markdown, std::move(text));
  CAPTURE(source.text);
  const std::string expected = tree(source, {.by_html = true, .piece = kWhole});
  CHECK(tree(source, {.by_html = false, .piece = kWhole}) == expected);
  for (const std::size_t piece : {1, 20, 100}) {
    CHECK(tree(source, {.by_html = false, .piece = piece}) == expected);
    CHECK(tree(source, {.by_html = true, .piece = piece}) == expected);
  }
}

// What lines begin with, and what they hold.
constexpr auto kBegins = std::to_array<std::string_view>(
    {"",     "",       "",         "",          "# ",          "## ",    "### ",  "#",
     "- ",   "* ",     "+ ",       "1. ",       "10) ",        "> ",     "> > ",  "  ",
     "    ", "\t",     "- - ",     "  - ",      "   > ",       ": ",     "- : ",  "| ",
     "```",  "```sh ", "~~~",      "  ```",     "- ```",       "> ```",  "<!-- ", "-->",
     "---",  "===",    "***",      "|---|---|", "- <!-- ",     "    - ", "[a]: ", "[^1]: ",
     "<dl>", "<p>",    "<script>", "</script>", "\xEF\xBB\xBF"});
constexpr auto kPieces = std::to_array<std::string_view>({"word ",
                                                          "404 ",
                                                          "Not Found",
                                                          "*",
                                                          "**",
                                                          "_",
                                                          "`",
                                                          "``",
                                                          "[l](u \"t\")",
                                                          "[a]",
                                                          "[^1]",
                                                          "![i](u)",
                                                          "<b>",
                                                          "</b>",
                                                          "<br>",
                                                          "&amp;",
                                                          "&lt;",
                                                          "\\*",
                                                          "| ",
                                                          "\\|",
                                                          "<!-- c -->",
                                                          "{{m}}",
                                                          "{{m(\"x\", \"y\")}}",
                                                          "{#id}",
                                                          "{#id .c}",
                                                          "  ",
                                                          "\\",
                                                          "<http://a.b>",
                                                          "a < b",
                                                          "\xC3\xA9",
                                                          "\xC2\xA0",
                                                          "\xC2\x80",
                                                          "\x02",
                                                          "\xEF\xBF\xBE",
                                                          "\xF0\x9F\x98\x80",
                                                          "\t",
                                                          "\"",
                                                          "term",
                                                          "--",
                                                          "-->",
                                                          "***b***",
                                                          "*a **b** c*",
                                                          "]",
                                                          "[",
                                                          "(",
                                                          ")"});

std::string random_text(std::mt19937& random) {
  const auto below = [&](std::size_t end) { return static_cast<std::size_t>(random()) % end; };
  // Some texts have few kinds of lines, so that blocks of several lines come about; most have no
  // HTML and nothing that refers to another place.
  const std::size_t begins = below(2) == 0 ? 12 : below(3) == 0 ? kBegins.size() : 36;
  const std::size_t pieces = below(3) == 0 ? kPieces.size() : 9;
  const std::string_view line_end = below(8) == 0 ? "\r\n" : "\n";
  std::string text;
  for (std::size_t lines = below(30); lines > 0; --lines) {
    text += kBegins[below(begins)];
    for (std::size_t count = below(5); count > 0; --count) text += kPieces[below(pieces)];
    text += line_end;
    if (below(3) == 0) text += line_end;
  }
  return text;
}

}  // namespace

TEST_CASE("markdown readings: documents of the specifications and the manual") {
  for (const char* directory : {"/tests", "/docs", "/sources", "/examples"}) {
    const std::string path = std::string(DOCCORD_SOURCE_DIR) + directory;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
      if (!entry.is_regular_file() || entry.path().extension() != ".md") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      check_readings({std::istreambuf_iterator<char>(file), {}});
    }
  }
}

TEST_CASE("markdown readings: made texts") {
  std::mt19937 random(8);
  for (int i = 0; i < 4000; ++i) check_readings(random_text(random));
}
