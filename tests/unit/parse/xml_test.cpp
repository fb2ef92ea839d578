#include <doctest/doctest.h>

#include "unit/parse/parsed.h"

using namespace doccord;

namespace {

std::string tree(std::string xml) { return Parsed(Format::xml, std::move(xml)).tree(); }

}  // namespace

TEST_CASE("xml: keeps the document's own elements and attributes, each with its bytes") {
  CHECK(tree("<?xml version='1.0'?>\n<!DOCTYPE r [<!ENTITY x '>'>]>\n<r a='1 &amp; 2'>\r\n"
             " <v>404</v><!-- c --><e />\n <t>A&lt;B <x>c</x> d</t><![CDATA[<z>]]>\n</r>\n") ==
        "document 0..145\n"
        "  r a=\"1 & 2\" 53..144\n"
        "    \"\\n \" 70..73\n"
        "    v 73..83\n"
        "      \"404\" 76..79\n"
        "    e 93..98\n"
        "    \"\\n \" 98..100\n"
        "    t 100..124\n"
        "      \"A<B \" 103..110\n"
        "      x 110..118\n"
        "        \"c\" 113..114\n"
        "      \" d\" 118..120\n"
        "    \"<z>\" 133..136\n"
        "    \"\\n\" 139..140\n");
}

TEST_CASE("xml: white space between elements is not in the tree") {
  CHECK(tree("<r>\n <a/>\n <b> </b>\n</r>") ==
        "document 0..24\n  r 0..24\n    a 5..9\n    b 11..19\n");
}

TEST_CASE("xml: what is an html page is read as one") {
  const Parsed page(
      Format::xml,
      "<?xml version=\"1.0\"?><!-- > --><!DOCTYPE html>\n"
      "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><b>a&nbsp;b</b></body></html>");
  CHECK(page.result->format() == Format::html);
  CHECK(page.text() == "a b");
  CHECK(page.result->root().child("strong"));
}

TEST_CASE("xml: what its parser would let pass is an error at its place") {
  CHECK(tree("<a/><b/>") == "doc:1:5: error: second root element \"b\"");
  CHECK(tree("<a/>x") == "doc:1:5: error: text outside the root element");
  CHECK(tree("") == "doc:1:1: error: no element, expected an XML document");
  CHECK(tree("<a>\n<b></a>") == "doc:2:4: error: end tag \"a\", expected that of \"b\"");
  CHECK(tree("<a><b></b>") == "doc:1:1: error: element \"a\" is not closed");
  CHECK(tree("<a></a></a>") == "doc:1:8: error: end tag \"a\" without a start tag");
  CHECK(tree("<a x='1' x='2'/>") == "doc:1:10: error: attribute \"x\" is given twice");
  CHECK(tree("<a x=1/>") ==
        "doc:1:4: error: malformed attribute, expected a name and a quoted value");
  CHECK(tree("<a>&lol9;</a>") == "doc:1:4: error: undefined entity \"lol9\"");
  CHECK(tree("<a b='&x;'/>") == "doc:1:7: error: undefined entity \"x\"");
  CHECK(tree("<a>a & b</a>") == "doc:1:6: error: \"&\" without an entity, expected \"&amp;\"");
  CHECK(tree("<a>&#xD800;</a>") == "doc:1:4: error: \"&#xD800;\" is no character");
  CHECK(tree("<a>&#0;x</a>") == "doc:1:4: error: \"&#0;\" is no character");
  CHECK(tree("<a>&#x110000;</a>") == "doc:1:4: error: \"&#x110000;\" is no character");
  CHECK(tree("<a>1 < 2</a>") == "doc:1:6: error: \"<\" without a tag, expected \"&lt;\"");
  CHECK(tree("<a><!-- x</a>") == "doc:1:4: error: comment is not closed");
  CHECK(tree("<a b='x</a>") == "doc:1:6: error: value of attribute \"b\" is not closed");
  CHECK(tree("<?xml version='1.0' encoding='Shift_JIS'?><a>é</a>") ==
        "doc:1:31: error: encoding \"Shift_JIS\", expected UTF-8");
  CHECK(tree("<?xml encoding='~'?><a>\u00E9</a>") ==
        "doc:1:17: error: encoding \"~\", expected UTF-8");
  for (const char* reference :
       {"#;", "#x;", "#xZ;", "#1a;", "#-1;", "#xg;", "#xDFFF;", "#99999999999;"}) {
    CHECK(tree("<a>&" + std::string(reference) + "</a>") ==
          "doc:1:4: error: \"&" + std::string(reference) + "\" is no character");
  }
  CHECK(tree("<a") == "doc:1:1: error: start tag \"a\" is not closed");
  CHECK(tree("<a ") == "doc:1:4: error: malformed attribute, expected a name and a quoted value");
  CHECK(tree("<a b") == "doc:1:4: error: malformed attribute, expected a name and a quoted value");
  CHECK(tree("<a b=") == "doc:1:4: error: malformed attribute, expected a name and a quoted value");
  CHECK(tree("<a></a x>") == "doc:1:4: error: end tag is not closed");
  CHECK(tree("<a></a") == "doc:1:4: error: end tag is not closed");
  CHECK(tree("<a>&amp") == "doc:1:4: error: \"&\" without an entity, expected \"&amp;\"");
  CHECK(tree("<!DOCTYPE a [<!ENTITY x 'y'>") == "doc:1:1: error: document type is not closed");
  CHECK(tree("<!DOCTYPE a [<!-- x") == "doc:1:14: error: comment is not closed");
  CHECK(tree(std::string("<a>x</a>\0y", 10)) == "doc:1:9: error: NUL byte, expected text");
}

TEST_CASE("xml: characters by their numbers, declarations and document types that are right") {
  CHECK(Parsed(Format::xml, "<a>&#64;&#x40;&#xe9;&#xE9;&#x1F642;</a>").text() ==
        "@@\u00E9\u00E9\U0001F642");
  for (const char* encoding : {"utf-8", "UTF8", "us-ascii", "Ascii"}) {
    const std::string declared = "<?xml version='1.0' encoding='" + std::string(encoding) + "'?>";
    CHECK(Parsed(Format::xml, declared + "<a>\u00E9</a>").text() == "\u00E9");
  }
  CHECK(Parsed(Format::xml, "<?xml version='1.0'?><a>\u00E9</a>").text() == "\u00E9");
  CHECK(Parsed(Format::xml, "<?xml encoding?><a>\u00E9</a>").text() == "\u00E9");
  CHECK(Parsed(Format::xml, "<!DOCTYPE a [<!-- > ]> --><!ELEMENT a ANY>]><a>x</a>").text() == "x");
}

TEST_CASE("xml: entities of the document type are never expanded") {
  std::string bomb = "<!DOCTYPE a [<!ENTITY e0 \"x\">";
  for (int i = 1; i < 10; ++i) {
    bomb += "<!ENTITY e" + std::to_string(i) + " \"" +
            repeat("&e" + std::to_string(i - 1) + ";", 10) + "\">";
  }
  CHECK(Parsed(Format::xml, bomb + "]><a>&e9;</a>").error().find("undefined entity \"e9\"") !=
        std::string::npos);
  CHECK(tree("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<a>&x;</a>") ==
        "doc:2:4: error: undefined entity \"x\"");
}

TEST_CASE("xml: what exceeds a limit is an error that names it and the place") {
  CHECK(
      tree(repeat("<a>", 100'000)) ==
      "doc:1:1537: error: nesting exceeds the limit of 512 elements; --limit depth=N allows more");
  CHECK(tree("<r>" + repeat("<a/>", 1'000'000) + "</r>") ==
        "doc:1:4000000: error: document exceeds the limit of 1000000 elements; --limit nodes=N "
        "allows more");
  std::string attributes;
  for (int i = 0; i < 100'000; ++i) attributes += " a" + std::to_string(i) + "='1'";
  CHECK(Parsed(Format::xml, "<a" + attributes + "/>").error().find("limit of 400 attributes") !=
        std::string::npos);
}

TEST_CASE("xml: multi-byte text, tabs and CR LF keep their offsets") {
  const Parsed xml(Format::xml,
                   "<r>\r\n\t<v n=\"é\">日本\t</v>\r\n\t<w>x<y>é</y> z</w>\r\n</r>\r\n");
  REQUIRE(xml.result);
  std::size_t copied = 0;
  check_spans(*xml.result, copied);
  CHECK(copied == 4);
}
