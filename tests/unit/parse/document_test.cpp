#include "parse/document.h"

#include <doctest/doctest.h>

#include "unit/parse/parsed.h"

using namespace doccord;

TEST_CASE("plain_text: parts text at blocks and line breaks, and not at inline elements") {
  const Parsed html(Format::html, "<h2>404<br>Not <b>F</b>ound</h2><ul><li>a<li>b</ul>c&nbsp; d");
  CHECK(html.text() == "404 Not Found a b c d");
}

TEST_CASE("plain_text: an element that nobody knows stands apart unless it stands among text") {
  const Parsed xml(Format::xml, "<r><k>1</k><v>a<w>b</w>c</v></r>");
  CHECK(xml.text() == "1 abc");
}

TEST_CASE("plain_text: gives the text of a text node") {
  const Parsed html(Format::html, "<p> a\n b</p>");
  CHECK(plain_text(html.result->root().child("p").first_child()) == "a b");
}

TEST_CASE("plain_text: goes as deep as a document can be") {
  const Parsed json(Format::json, repeat("[", 500) + "1" + repeat("]", 500));
  CHECK(json.text() == "1");
}

TEST_CASE("document: a node that is not in it has an empty span") {
  const Parsed text(Format::text, "a\n");
  CHECK(text.result->span(pugi::xml_node()) == Span{});
}

TEST_CASE("document: keeps its nodes and spans when it is moved") {
  Parsed text(Format::text, "a\nb\n");
  const Document moved = std::move(*text.result);
  CHECK(dump(moved) == "document 0..4\n  line 0..1\n    \"a\" 0..1\n  line 2..3\n    \"b\" 2..3\n");
}
