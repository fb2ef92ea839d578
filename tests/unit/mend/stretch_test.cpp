#include "mend/stretch.h"

#include <doctest/doctest.h>

#include "mend/written_text.h"
#include "parse/parse.h"

namespace doccord {
namespace {

Source source_of(Format format, std::string text) {
  Source source;
  source.id = "a";
  source.path = "a";
  source.format = format;
  source.text = std::move(text);
  return source;
}

// What stands in the source where the phrase does, each place in brackets.
std::string places(const Source& source, std::string_view phrase) {
  const auto document = parse(source);
  REQUIRE(document.has_value());
  std::string out;
  for (const Stretch& stretch :
       Stretches(source, *document).find_all({0, source.text.size()}, phrase)) {
    CHECK(stretch.offsets.size() == phrase.size() + 1);
    out += "[" + source.text.substr(stretch.span.begin, stretch.span.size()) + "]";
  }
  return out;
}

TEST_CASE("stretch: a phrase across lines, and in the escapes of each format") {
  CHECK(places(source_of(Format::text, "Not\n   Found, NotFound, Not Founds"), "Not Found") ==
        "[Not\n   Found]");
  CHECK(places(source_of(Format::html, "<p id=\"A &amp; B\">A &amp; B, A &#38;&nbsp;B</p>"),
               "A & B") == "[A &amp; B][A &#38;&nbsp;B]");
  CHECK(places(source_of(Format::markdown, "**NOT\\_FOUND** and `NOT_FOUND`\n"), "NOT_FOUND") ==
        "[NOT\\_FOUND][NOT_FOUND]");
  CHECK(places(source_of(Format::csv, "Code,Text\n1,\"a \"\"b\"\" c\"\n"), "a \"b\" c") ==
        "[a \"\"b\"\" c]");
  CHECK(places(source_of(Format::json, "{\"a\": \"x \\\"y\\\" z\"}"), "x \"y\" z") ==
        "[x \\\"y\\\" z]");
  CHECK(places(source_of(Format::yaml,
                         "a: \"x \\\"y\\\" z\"\nb: x\n  \"y\" z # x\nc: >\n  x\n  \"y\" z\n"),
               "x \"y\" z") == "[x \\\"y\\\" z][x\n  \"y\" z][x\n  \"y\" z]");
  CHECK(places(source_of(Format::yaml, "- 'it''s'\n- it's\n- \"C:\\\\x\"\n- C:\\x\n"), "it's") ==
        "[it''s][it's]");
  CHECK(places(source_of(Format::yaml, "- \"C:\\\\x\"\n- C:\\x\n"), "C:\\x") == "[C:\\\\x][C:\\x]");
}

TEST_CASE("stretch: not in tags, not with markup in between, not cut out of a word") {
  const Source page =
      source_of(Format::html, "<p title=\"gone away\">gone <b>away</b></p><p>bygone away</p>");
  CHECK(places(page, "gone away").empty());
  CHECK(places(page, "away") == "[away][away]");
  CHECK(places(source_of(Format::text, "STATUS_OK OK"), "OK") == "[OK]");
}

TEST_CASE("written text: what each format needs and no more") {
  const auto written = [](Format format, std::string_view text, Stretch where = {},
                          std::string_view document = "") {
    return written_text(text, document, format, where).value_or("(not)");
  };
  Stretch cell;
  cell.in_cell = true;
  Stretch code;
  code.in_code = true;
  CHECK(written(Format::text, "a < b & c") == "a < b & c");
  CHECK(written(Format::html, "a < b & c") == "a &lt; b &amp; c");
  CHECK(written(Format::xml, "a > b") == "a &gt; b");
  CHECK(written(Format::markdown, "a & <b> *c* &copy; d_e _f") ==
        "a & &lt;b> \\*c\\* \\&copy; d_e \\_f");
  CHECK(written(Format::markdown, "D_E", {}, "A\\_B") == "D\\_E");
  CHECK(written(Format::markdown, "D_E", code, "A\\_B") == "D_E");
  CHECK(written(Format::markdown, "a `b`", code) == "(not)");
  CHECK(written(Format::markdown, "a | b", cell) == "a \\| b");
  CHECK(written(Format::json, "say \"x\\y\"") == "say \\\"x\\\\y\\\"");
  CHECK(written(Format::source, "a */ b") == "(not)");
}

TEST_CASE("written text: YAML needs what its kind of quotes needs, and quotes where it has none") {
  const auto written = [](const std::string& yaml, std::string_view phrase, std::string_view text) {
    const Source source = source_of(Format::yaml, yaml);
    const auto document = parse(source);
    REQUIRE(document.has_value());
    const auto found = Stretches(source, *document).find_all({0, yaml.size()}, phrase);
    REQUIRE(found.size() == 1);
    return written_text(text, yaml, Format::yaml, found[0]).value_or("(not)");
  };
  CHECK(written("a: \"old\"\n", "old", "a \"b\": \\c") == "a \\\"b\\\": \\\\c");
  CHECK(written("a: 'old'\n", "old", "it's: b") == "it''s: b");
  CHECK(written("# x\na: |2 # x\n  old\n", "old", "- b: 'c' # d") == "- b: 'c' # d");
  CHECK(written("a: |\n  old\n", "old", "- b: 'c' # d") == "- b: 'c' # d");
  CHECK(written("a: >2-\n  old\n", "old", "b: \"c\"") == "b: \"c\"");
  CHECK(written("a: old\n", "old", "b, [c] it's 5:1 C#") == "b, [c] it's 5:1 C#");
  for (const std::string text : {"b: c", "b #c", "- b", "`b`", "'b'", "~", "null", "b:", "#b"}) {
    CAPTURE(text);
    CHECK(written("a: old\n", "old", text) == "\"" + text + "\"");
  }
  CHECK(written("{a: old, b: c}", "old", "b, c") == "\"b, c\"");
  CHECK(written("[old]", "old", "b") == "b");
  // A part of a text cannot be given quotes.
  CHECK(written("a: the old one\n", "old", "b: c") == "(not)");
  CHECK(written("a: the old one\n", "old", "#5") == "(not)");
  CHECK(written("a: the old one\n", "old", "new") == "new");
}

TEST_CASE("written text: a cell of CSV gets quotes when it needs them") {
  const std::string document = "1,old text,x\n";
  Stretch whole;
  whole.span = {2, 10};
  CHECK(written_text("new, \"text\"", document, Format::csv, whole) == "\"new, \"\"text\"\"\"");
  CHECK(written_text("new text", document, Format::csv, whole) == "new text");
}

}  // namespace
}  // namespace doccord
