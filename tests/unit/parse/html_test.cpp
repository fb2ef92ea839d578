#include <doctest/doctest.h>

#include "base/limits.h"
#include "unit/parse/parsed.h"

using namespace doccord;

namespace {

std::string tree(std::string html) { return Parsed(Format::html, std::move(html)).tree(); }

}  // namespace

TEST_CASE("html: keeps the small vocabulary and decodes text, with the bytes of each node") {
  CHECK(tree("<h2 id=nf>404 &amp; <i>Not</i> Found</h2>\r\n<p class=x>a <tt>b</tt><br/>c</p>") ==
        "document 0..76\n"
        "  h2 id=\"nf\" 0..41\n"
        "    \"404 & \" 10..20\n"
        "    em 20..30\n"
        "      \"Not\" 23..26\n"
        "    \" Found\" 30..36\n"
        "  p 43..76\n"
        "    \"a \" 54..56\n"
        "    code 56..66\n"
        "      \"b\" 60..61\n"
        "    br 66..71\n"
        "    \"c\" 71..72\n");
}

TEST_CASE("html: what shows no text is not there") {
  CHECK(tree("<head><title>t</title></head><script>a</script><!-- b --><style>c</style>"
             "<svg><text>d</text></svg><p hidden>e</p><img alt=f><button>g</button>h") ==
        "document 0..143\n"
        "  \"h\" 142..143\n");
}

TEST_CASE("html: wrappers give way to their children, and loose text in them becomes paragraphs") {
  CHECK(tree("<div>a <b>b</b><p>c</p> d</div><div> <section>e</section> </div><blockquote>f") ==
        "document 0..77\n"
        "  p 5..15\n"
        "    \"a \" 5..7\n"
        "    strong 7..15\n"
        "      \"b\" 10..11\n"
        "  p 15..23\n"
        "    \"c\" 18..19\n"
        "  p 23..25\n"
        "    \" d\" 23..25\n"
        "  p 46..47\n"
        "    \"e\" 46..47\n"
        "  p 76..77\n"
        "    \"f\" 76..77\n");
}

TEST_CASE("html: ids of what gives way are kept") {
  CHECK(tree("<section id=s1><div id=s2><h3>x</h3></div></section>"
             "<p><span id=a>y</span><a name=n></a></p>") ==
        "document 0..92\n"
        "  a id=\"s1\" 0..15\n"
        "  h3 id=\"s2\" 26..36\n"
        "    \"x\" 30..31\n"
        "  p 52..92\n"
        "    a id=\"a\" 55..66\n"
        "    \"y\" 66..67\n"
        "    a id=\"n\" 74..88\n");
}

TEST_CASE("html: loose text in list items, cells and descriptions stays as it is") {
  CHECK(tree("<ul><li>a<li><p>b</p></ul><dl><div><dt>c<dd>d</div></dl>") ==
        "document 0..56\n"
        "  ul 0..26\n"
        "    li 4..9\n"
        "      \"a\" 8..9\n"
        "    li 9..21\n"
        "      p 13..21\n"
        "        \"b\" 16..17\n"
        "  dl 26..56\n"
        "    dt 35..40\n"
        "      \"c\" 39..40\n"
        "    dd 40..45\n"
        "      \"d\" 44..45\n");
}

TEST_CASE("html: a table is rows of cells, its caption a paragraph in it") {
  CHECK(tree("<table><caption>t</caption><thead><tr><th colspan=2>h</thead>\n"
             "<tr><td rowspan=3>a<td></table>") ==
        "document 0..93\n"
        "  table 0..93\n"
        "    p 16..17\n"
        "      \"t\" 16..17\n"
        "    tr 34..53\n"
        "      th colspan=\"2\" 38..53\n"
        "        \"h\" 52..53\n"
        "    tr 62..85\n"
        "      td rowspan=\"3\" 66..81\n"
        "        \"a\" 80..81\n"
        "      td 81..85\n");
}

TEST_CASE("html: white space between blocks is dropped, between words and in pre it stays") {
  CHECK(tree("<p><b>a</b> <i>b</i></p> \n <pre>\n a\n  b </pre><code> </code>") ==
        "document 0..60\n"
        "  p 0..24\n"
        "    strong 3..11\n"
        "      \"a\" 6..7\n"
        "    \" \" 11..12\n"
        "    em 12..20\n"
        "      \"b\" 15..16\n"
        "  pre 27..46\n"
        "    \" a\\n  b \" 33..40\n"
        "  code 46..60\n"
        "    \" \" 52..53\n");
}

TEST_CASE("html: markup that is wrongly nested keeps its text, each byte once") {
  const Parsed html(Format::html, "<b>a<p>b</b>c</p><table><tr><td>d</b>e</table>");
  CHECK(html.text() == "a bc de");
  std::size_t copied = 0;
  check_spans(*html.result, copied);
  CHECK(copied >= 3);
}

TEST_CASE("html: stray tags between words do not hide where the words end") {
  const Parsed html(Format::html, "<p>a</x></y></p>b");
  CHECK(html.tree() ==
        "document 0..17\n"
        "  p 0..16\n"
        "    \"a\" 3..4\n"
        "  \"b\" 16..17\n");
}

TEST_CASE("html: multi-byte text, tabs and CR LF keep their offsets") {
  const Parsed html(Format::html, "<ul>\r\n\t<li>é – 404\tx</li>\r\n\t<li>日本</li></ul>\r\n");
  std::size_t copied = 0;
  check_spans(*html.result, copied);
  CHECK(copied == 2);
  CHECK(html.text() == "é – 404 x 日本");
}

TEST_CASE("html: character references that are too large become one replacement character") {
  const Parsed html(Format::html, "<p>&#4294967361;&#xFFFFFFFF41;&#0000000065;&#x110000;</p>");
  CHECK(html.text() == "��A�");
}

TEST_CASE("html: a reference at the very end is read within the text") {
  CHECK(Parsed(Format::html, "<Div b.r=\"ZZ&gt").result.has_value());
  CHECK(Parsed(Format::html, "").tree() == "document 0..0\n");
}

TEST_CASE("html: what exceeds a limit is an error that names it and the place") {
  const auto error = [](std::string html) { return Parsed(Format::html, std::move(html)).error(); };
  const std::string deep =
      ": error: nesting exceeds the limit of 512 elements; --limit depth=N allows more";
  CHECK(error(repeat("<div>", 100'000)) == "doc:1:2556" + deep);
  CHECK(error(repeat("<ul><li>", 50'000)) == "doc:1:2045" + deep);
  CHECK(error(repeat("<span>", 40'000) + repeat("</p>", 40'000)) == "doc:1:3067" + deep);
  CHECK(error(repeat("<svg>", 200'000)) == "doc:1:2556" + deep);
  CHECK(error(repeat("<table><tr><td>", 50'000)) == "doc:1:1917" + deep);
  CHECK(error(repeat("<frameset>", 100'000)) == "doc:1:5121" + deep);
  CHECK(error(repeat("<p>x", 600'000)) ==
        "doc:1:1999989: error: document exceeds the limit of 1000000 nodes; --limit nodes=N allows "
        "more");
}

TEST_CASE("html: formatting that would be repeated without end is stopped") {
  std::string html;
  for (int i = 0; i < 2000; ++i) html += "<b " + std::to_string(i) + ">";
  for (int i = 0; i < 2000; ++i) html += "<i " + std::to_string(i) + ">";
  CHECK(!Parsed(Format::html, html + repeat("x</b>", 2000)).result);
  std::string shallow = "<p>";
  for (int i = 0; i < 400; ++i) shallow += "<b " + std::to_string(i) + ">";
  CHECK(!Parsed(Format::html, shallow + "</p>" + repeat("<p>x</p>", 20'000)).result);
}

TEST_CASE("html: an element may have four hundred attributes, and tags that come to nothing any") {
  std::string attributes;
  for (int i = 0; i < 40'000; ++i) attributes += " a" + std::to_string(i) + "=1";
  CHECK(Parsed(Format::html, "x<a" + attributes + ">").error() ==
        "doc:1:1: error: element exceeds the limit of 400 attributes; --limit attributes=N allows "
        "more");
  CHECK(Parsed(Format::html, repeat("<tr a=1 b=2>", 1000) + "x").text() == "x");
}

TEST_CASE("html: texts with references, and markup in them that comes to nothing") {
  CHECK(tree("<p>a&b</i>c&amp d</i>&eacute;</i>e&amp") ==
        "document 0..38\n"
        "  p 0..38\n"
        "    \"a&bc& d\u00E9e&\" 3..38\n");
  CHECK(tree("<p>&#X41;&#x110000;&#65;</p>&#") ==
        "document 0..30\n"
        "  p 0..28\n"
        "    \"A\uFFFDA\" 3..24\n"
        "  \"&#\" 28..30\n");
  CHECK(tree("<template><p>a</template>b<template>c</template>") ==
        "document 0..48\n"
        "  \"b\" 25..26\n");
}

TEST_CASE("html: nesting is refused at the limit, whatever counts it first") {
  Limits few;
  few.depth = 8;
  set_limits(few);
  std::size_t deepest = 0;
  for (std::size_t levels = 1; levels <= 20; ++levels) {
    const Parsed page(Format::html, repeat("<div>", levels) + "x");
    if (page.result) {
      deepest = levels;
    } else {
      CHECK(page.error().find("nesting exceeds the limit of 8 elements") != std::string::npos);
    }
  }
  set_limits({});
  CHECK(deepest == 6);
}
