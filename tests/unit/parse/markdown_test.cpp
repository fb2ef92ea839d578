#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "unit/parse/parsed.h"

using namespace doccord;

namespace {

std::string tree(std::string text) { return Parsed(Format::markdown, std::move(text)).tree(); }

std::string without_spans(const std::string& dump) {
  std::string out;
  std::istringstream lines(dump);
  for (std::string line; std::getline(lines, line);) out += line.substr(0, line.rfind(' ')) + "\n";
  return out;
}

// The tree without spans.
std::string outline(std::string text) { return without_spans(tree(std::move(text))); }

}  // namespace

TEST_CASE("markdown: headings, paragraphs and inline markup, each with its bytes") {
  CHECK(tree("## 404 *Not*\n\nText with `c|d` and **b**\nnext [l](u \"t\").\n") ==
        "document 0..57\n"
        "  h2 0..12\n"
        "    \"404 \" 3..7\n"
        "    em 7..12\n"
        "      \"Not\" 8..11\n"
        "  p 14..56\n"
        "    \"Text with \" 14..24\n"
        "    code 24..29\n"
        "      \"c|d\" 25..28\n"
        "    \" and \" 29..34\n"
        "    strong 34..39\n"
        "      \"b\" 36..37\n"
        "    \"\\nnext \" 39..45\n"
        "    a href=\"u\" 45..55\n"
        "      \"l\" 46..47\n"
        "    \".\" 55..56\n");
}

TEST_CASE("markdown: escapes and entities are decoded, and their bytes belong to the text") {
  CHECK(tree("A\\_B &amp; &#67;\\\\") ==
        "document 0..18\n"
        "  p 0..18\n"
        "    \"A_B & C\\\\\" 0..18\n");
}

TEST_CASE("markdown: text behind hard breaks has the place that it has") {
  CHECK(tree("one  \ntwo\\\nthree") ==
        "document 0..16\n"
        "  p 0..16\n"
        "    \"one\" 0..3\n"
        "    br 3..6\n"
        "    \"two\" 6..9\n"
        "    br 9..11\n"
        "    \"three\" 11..16\n");
}

TEST_CASE("markdown: a tight list's items hold text, a loose list's hold paragraphs") {
  CHECK(outline("- a\n- b\n  1. c\n\n---\n\n* d\n\n* e\n") ==
        "document\n"
        "  ul\n"
        "    li\n"
        "      \"a\"\n"
        "    li\n"
        "      \"b\"\n"
        "      ol\n"
        "        li\n"
        "          \"c\"\n"
        "  hr\n"
        "  ul\n"
        "    li\n"
        "      p\n"
        "        \"d\"\n"
        "    li\n"
        "      p\n"
        "        \"e\"\n");
}

TEST_CASE("markdown: a pipe table, with or without bars at its sides and with escaped bars") {
  CHECK(tree("|a|b|\n|-|-|\n| 1 \\| 2 | `x\\|y` |\n|3|") ==
        "document 0..35\n"
        "  table 0..35\n"
        "    tr 0..5\n"
        "      th 1..2\n"
        "        \"a\" 1..2\n"
        "      th 3..4\n"
        "        \"b\" 3..4\n"
        "    tr 12..31\n"
        "      td 14..20\n"
        "        \"1 | 2\" 14..20\n"
        "      td 23..29\n"
        "        code 23..29\n"
        "          \"x|y\" 24..28\n"
        "    tr 32..35\n"
        "      td 33..34\n"
        "        \"3\" 33..34\n"
        "      td 35..35\n");
  CHECK(outline("a | b\n--|--\n1 | 2\n") == outline("|a|b|\n|-|-|\n|1|2|\n"));
}

TEST_CASE("markdown: the lines above a table's head are a paragraph of their own") {
  CHECK(tree("text\na|b\n-|-\n1|2") ==
        "document 0..16\n"
        "  p 0..4\n"
        "    \"text\" 0..4\n"
        "  table 5..16\n"
        "    tr 5..8\n"
        "      th 5..6\n"
        "        \"a\" 5..6\n"
        "      th 7..8\n"
        "        \"b\" 7..8\n"
        "    tr 13..16\n"
        "      td 13..14\n"
        "        \"1\" 13..14\n"
        "      td 15..16\n"
        "        \"2\" 15..16\n");
}

TEST_CASE("markdown: code is as written, whatever it looks like") {
  CHECK(tree("```c\nint {{x(1)}};\n : y <b>\n```\n\n    \\_ &amp;\n") ==
        "document 0..46\n"
        "  pre 0..31\n"
        "    code 0..31\n"
        "      \"int {{x(1)}};\\n : y <b>\" 5..27\n"
        "  pre 37..45\n"
        "    code 37..45\n"
        "      \"\\\\_ &amp;\" 37..45\n");
}

TEST_CASE("markdown: raw HTML whose tags stand in several blocks is one tree") {
  CHECK(tree("<dl> <dt>\n\n<span id=\"A\"></span>**A\\_B**\n</dt> <dd> <dl> <dt>\n\n1\n</dt> "
             "<dt>\n\n\n\n"
             "T.\n\n\n</dt> </dl> </dd> </dl>\n") ==
        "document 0..107\n"
        "  dl 0..106\n"
        "    dt 5..45\n"
        "      p 11..39\n"
        "        a id=\"A\" 11..24\n"
        "        strong 31..39\n"
        "          \"A_B\" 33..37\n"
        "    dd 46..100\n"
        "      dl 51..94\n"
        "        dt 56..69\n"
        "          p 62..63\n"
        "            \"1\" 62..63\n"
        "        dt 70..88\n"
        "          p 78..80\n"
        "            \"T.\" 78..80\n");
}

TEST_CASE("markdown: a tag written without meaning it does not swallow the rest") {
  const Parsed text(Format::markdown, "The <title> element.\n\n<textarea>\n\n# Next\n");
  CHECK(text.text() == "The <title> element. <textarea> Next");
}

TEST_CASE("markdown: front matter is not in the tree") {
  CHECK(tree("---\ntitle: x\n---\na") == "document 0..18\n  p 17..18\n    \"a\" 17..18\n");
  CHECK(outline("+++\r\na\r\n+++\r\nb") == "document\n  p\n    \"b\"\n");
  CHECK(outline("---\n\na") == "document\n  hr\n  p\n    \"a\"\n");
}

TEST_CASE("markdown: lines that begin with a colon define the term above them") {
  CHECK(tree("A\nB\n: one\n: two\n\n    more\n\nC\n\n:   three\n") ==
        "document 0..40\n"
        "  dl 0..39\n"
        "    dt 0..1\n"
        "      \"A\" 0..1\n"
        "    dt 2..3\n"
        "      \"B\" 2..3\n"
        "    dd 4..9\n"
        "      p 6..9\n"
        "        \"one\" 6..9\n"
        "    dd 10..25\n"
        "      p 12..15\n"
        "        \"two\" 12..15\n"
        "      p 21..25\n"
        "        \"more\" 21..25\n"
        "    dt 27..28\n"
        "      \"C\" 27..28\n"
        "    dd 30..39\n"
        "      \"three\" 34..39\n");
}

TEST_CASE("markdown: list items whose own items begin with a colon are terms") {
  CHECK(tree("- A\n- B\n  - : one\n\n    two\n- C\n  - : three\n") ==
        "document 0..43\n"
        "  dl 0..42\n"
        "    dt 0..3\n"
        "      \"A\" 2..3\n"
        "    dt 4..7\n"
        "      \"B\" 6..7\n"
        "    dd 10..26\n"
        "      p 12..17\n"
        "        \"one\" 14..17\n"
        "      p 23..26\n"
        "        \"two\" 23..26\n"
        "    dt 27..30\n"
        "      \"C\" 29..30\n"
        "    dd 33..42\n"
        "      \"three\" 37..42\n");
}

TEST_CASE("markdown: a macro is the text that it shows") {
  CHECK(tree("- {{HTTPStatus(404, \"404 Not Found\")}} x") ==
        "document 0..40\n"
        "  ul 0..40\n"
        "    li 0..40\n"
        "      \"404 Not Found x\" 21..40\n");
  const auto shown = [](std::string text) { return Parsed(Format::markdown, text).text(); };
  CHECK(shown("{{HTTPHeader(\"Retry-After\")}}") == "Retry-After");
  CHECK(shown("a {{Glossary('x', 'shown')}} b") == "a shown b");
  CHECK(shown("a {{RFC(7231)}} {{deprecated_inline}} {{ sidebar }} b") == "a 7231 b");
  CHECK(shown("{{ref(\"x\", \"#part\", \"Part\")}} {{ref(\"y\", \"\", 1)}}") == "Part y");
  CHECK(shown("{{ not a macro }} {{#if}} {{a(\"b}} {{a(b)}") ==
        "{{ not a macro }} {{#if}} {{a(\"b}} {{a(b)}");
}

TEST_CASE("markdown: an underlined heading ends with its underline") {
  CHECK(tree("- A *b*\n  ---\nc\n") ==
        "document 0..16\n"
        "  ul 0..13\n"
        "    li 0..13\n"
        "      h2 2..13\n"
        "        \"A \" 2..4\n"
        "        em 4..7\n"
        "          \"b\" 5..6\n"
        "  p 14..15\n"
        "    \"c\" 14..15\n");
}

TEST_CASE("markdown: blank lines at the end of code are not part of it") {
  CHECK(tree("```\nx\n\n\n```\nb\n```\n```\n") ==
        "document 0..22\n"
        "  pre 0..11\n"
        "    code 0..11\n"
        "      \"x\" 4..5\n"
        "  p 12..13\n"
        "    \"b\" 12..13\n"
        "  pre 14..21\n");
}

TEST_CASE("markdown: code that its list's end closes ends with its last line") {
  CHECK(tree("- ```\n  x\n\nb\n") ==
        "document 0..13\n"
        "  ul 0..9\n"
        "    li 0..9\n"
        "      pre 2..9\n"
        "        code 2..9\n"
        "          \"x\" 8..9\n"
        "  p 11..12\n"
        "    \"b\" 11..12\n");
}

TEST_CASE("markdown: a heading's attributes are its id, not its text") {
  CHECK(tree("## Not Found {#nf .x}\n") ==
        "document 0..22\n"
        "  h2 id=\"nf\" 0..21\n"
        "    \"Not Found\" 3..12\n");
  CHECK(outline("## A {b}\n") == "document\n  h2\n    \"A {b}\"\n");
}

TEST_CASE("markdown: a footnote is a paragraph where it was written, its mark shows nothing") {
  CHECK(outline("a[^1]\n\n[^1]: Note.\n\nb\n") ==
        "document\n"
        "  p\n"
        "    \"a\"\n"
        "  p\n"
        "    \"Note.\"\n"
        "  p\n"
        "    \"b\"\n");
}

TEST_CASE("markdown: links of every kind, definitions and images") {
  CHECK(outline("[r]: http://r\n[r], [t][r], [u](<a b>), <http://x>, ![alt](i.png)z") ==
        "document\n"
        "  p\n"
        "    a href=\"http://r\"\n"
        "      \"r\"\n"
        "    \", \"\n"
        "    a href=\"http://r\"\n"
        "      \"t\"\n"
        "    \", \"\n"
        "    a href=\"a b\"\n"
        "      \"u\"\n"
        "    \", \"\n"
        "    a href=\"http://x\"\n"
        "      \"http://x\"\n"
        "    \", z\"\n");
}

TEST_CASE("markdown: quotes, tabs, multi-byte text and CR LF keep their offsets") {
  const Parsed text(
      Format::markdown,
      "# é – *ü*\r\n\r\n> quote\r\n> more **日本**\r\n\r\n-\titem\t`x`\r\n\r\n  para\r\n\r\n"
      "|é|b|\r\n|-|-|\r\n|**1**|2|\r\n\r\nterm\r\n: text\r\n\r\n<dl><dt>k<dd>v\r\n</dl>\r\n");
  REQUIRE(text.result);
  std::size_t copied = 0;
  check_spans(*text.result, copied);
  CHECK(copied == 13);
  CHECK(text.text() == "é – ü quote more 日本 item x para é b 1 2 term text k v");
}

TEST_CASE("markdown: the WinHTTP page is one definition list of forty pairs") {
  std::ifstream file(DOCCORD_SOURCE_DIR "/sources/winhttp.md", std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  const Parsed page(Format::markdown, bytes.str());
  REQUIRE(page.result);
  const pugi::xml_node list = page.result->root().child("dl");
  std::size_t pairs = 0;
  for (const pugi::xml_node term : list.children("dt")) {
    CHECK(std::string(term.next_sibling().name()) == "dd");
    CHECK(std::string(term.next_sibling().first_child().name()) == "dl");
    ++pairs;
  }
  CHECK(pairs == 40);
  CHECK(plain_text(list.child("dd")) == "100 The request can be continued.");
  std::size_t copied = 0;
  check_spans(*page.result, copied);
  CHECK(copied > 80);
}

TEST_CASE("markdown: what the parser would work on for minutes is refused at once") {
  const auto error = [](std::string text) {
    return Parsed(Format::markdown, std::move(text)).error();
  };
  const std::string steps =
      " exceeds the limit of 1000000000 steps; --limit markdown-steps=N allows more";
  CHECK(error(repeat("|x", 300) + "|\n" + repeat("|-", 300) + "|\n" + repeat("a\n", 10'000)) ==
        "doc:2:1: error: table of 300 columns exceeds the limit of 256; --limit columns=N allows "
        "more");
  CHECK(error(repeat("|x", 200) + "|\n" + repeat("|-", 200) + "|\n" + repeat("a\n", 100'000)) ==
        "doc:1:1: error: memory for the document exceeds the limit of 107269664 bytes; --limit "
        "memory=N allows more");
  CHECK(error(repeat("|", 100'000) + "\n" + repeat("|-", 100'000)) ==
        "doc:1:1: error: work for table cells in one line" + steps);
  CHECK(error(repeat("a\n|-|-|\n", 20'000)) ==
        "doc:6326:1: error: work for tables in one paragraph" + steps);
  CHECK(error(repeat("- ", 20'000) + "x" + repeat("\n", 20'000)) ==
        "doc:1:1: error: nesting exceeds the limit of 512 lists and quotes; --limit depth=N allows "
        "more");
  CHECK(error("> " + repeat("- ", 400) + "x\n" + repeat(">\n", 200'000)) ==
        "doc:124690:1: error: work for blank lines in nested lists" + steps);
  CHECK(error(repeat(">", 50'000) + repeat("a*", 50'000)) ==
        "doc:1:1: error: nesting exceeds the limit of 512 lists and quotes; --limit depth=N allows "
        "more");
  CHECK(error(repeat("![[]()", 40'000)) ==
        "doc:1:1: error: work for images that are not closed" + steps);
  CHECK(error("[a]: " + repeat("u", 100'000) + "\n\n" + repeat("[a] ", 10'000)) ==
        "doc:1:1: error: memory for the document exceeds the limit of 95110264 bytes; --limit "
        "memory=N allows more");
  CHECK(error("x " + repeat("<?", 200'000)) ==
        "doc:1:400003: error: work for declarations that are not closed" + steps);
  CHECK(
      error(repeat("<div>\n\n", 1000)) ==
      "doc:1021:6: error: nesting exceeds the limit of 512 elements; --limit depth=N allows more");
}

TEST_CASE("markdown: strange but harmless texts are read") {
  for (const char* piece : {"[", "`a``", "*a _b ", "www.a_", "{{a(", "\\", "&", "<a@b.c>", "[a](b",
                            "![", "[^a]", "\x01", "{{a}}", "\r", "+ : a\n"}) {
    CHECK(Parsed(Format::markdown, repeat(piece, 5000)).result.has_value());
  }
  CHECK(Parsed(Format::markdown, ":a@b.c").text() == ":a@b.c");
  CHECK(Parsed(Format::markdown, "").tree() == "document 0..0\n");
}
