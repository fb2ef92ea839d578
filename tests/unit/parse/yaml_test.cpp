#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "unit/parse/parsed.h"

using namespace doccord;

namespace {

std::string tree(std::string yaml) { return Parsed(Format::yaml, std::move(yaml)).tree(); }
std::string error(std::string yaml) { return Parsed(Format::yaml, std::move(yaml)).error(); }

// The tree without the spans: what a document says, in whatever way it is written.
std::string said(Format format, std::string text) {
  const Parsed parsed(format, std::move(text));
  if (!parsed.result) return parsed.error();
  const std::string dumped = parsed.tree();
  std::string out;
  for (std::size_t begin = 0; begin < dumped.size();) {
    const std::size_t end = dumped.find('\n', begin);
    const std::string line = dumped.substr(begin, end - begin);
    out += line.substr(0, line.rfind(' ')) + "\n";
    begin = end + 1;
  }
  return out;
}

// The bytes of every text, each in brackets.
std::string texts(const std::string& yaml) {
  const Parsed parsed(Format::yaml, yaml);
  REQUIRE(parsed.result);
  std::string out;
  for (const pugi::xpath_node& each : parsed.result->root().select_nodes("//text()")) {
    const Span span = parsed.result->span(each.node());
    out += "[" + yaml.substr(span.begin, span.size()) + "]";
  }
  return out;
}

}  // namespace

TEST_CASE("yaml: maps, lists and texts, each with its bytes") {
  CHECK(tree("a: b\nc:\n  - d\n  - e: 'f'  # no text\n    g: null\n") ==
        "document 0..48\n"
        "  object 0..47\n"
        "    member name=\"a\" 0..4\n"
        "      \"b\" 3..4\n"
        "    member name=\"c\" 5..47\n"
        "      array 10..47\n"
        "        item 12..13\n"
        "          \"d\" 12..13\n"
        "        object 18..47\n"
        "          member name=\"e\" 18..24\n"
        "            \"f\" 22..23\n"
        "          member name=\"g\" 40..47\n");
}

TEST_CASE("yaml: what is JSON has the tree that it has there, byte for byte") {
  for (const std::string json :
       {"{\"404\": {\"name\": \"Not \\\"Found\\\"\", \"ok\": true},\n \"l\": [1, \"b\", {}, null]}",
        "[\"\\u00e9\\n\\t\\/\\\\\\u0000\"]", "{\r\n  \"é\": [\"日本\", \"x y\", -1.5e3]\r\n}\r\n",
        "[{\"a\":1,\"a\":2},[],[[ ]]]", "\"alone\"", "{}"}) {
    CAPTURE(json);
    CHECK(tree(json) == Parsed(Format::json, json).tree());
  }
}

TEST_CASE("yaml: every way to write a text says the same and keeps its bytes") {
  const std::string plain = said(Format::json, "{\"a\": \"x y\", \"b\": 1}");
  for (const std::string yaml :
       {"a: x y\nb: 1\n", "a: 'x y'\nb: !!int '1'\n", "a: \"x\\x20y\"\n\"b\": 1\n",
        "? a\n: x\n   y\n? b\n: 1\n", "{a: x y, b: 1}", "a: &k x y\nb: !!int # said\n  1\n",
        "a: >-\n  x\n  y\nb: |-\n  1\n", "%YAML 1.2\n---\n\"a\" : \"x\\\n  \\ y\"\nb: 1\n...\n"}) {
    CAPTURE(yaml);
    CHECK(said(Format::yaml, yaml) == plain);
  }
  CHECK(texts("a: x\n   y # no\nb: 'it''s'\nc: !t &k \"d\\\"e\" \n") == "[x\n   y][it''s][d\\\"e]");
  CHECK(texts("a: |  # said\n    é 1\n\n      2\n\n# no text\nb: !t\n  >2-\n    3\n") ==
        "[é 1\n\n      2][3]");
  CHECK(texts("- |\n - a\n- |+\n\n\n- ' '\n") == "[- a][][ ]");
}

TEST_CASE("yaml: nothing, and what stands for it, is no text") {
  CHECK(said(Format::yaml, "a:\nb: ~\nc: Null\nd:\n-\n- NULL\n? e\n") ==
        said(Format::json,
             "{\"a\": null, \"b\": null, \"c\": null, \"d\": [null, null], \"e\": null}"));
  CHECK(said(Format::yaml, "a: 'null'\nb: \"~\"\nc: !!str null\nd: yes\ne: nil\n") ==
        said(Format::json,
             "{\"a\": \"null\", \"b\": \"~\", \"c\": \"null\", \"d\": \"yes\", \"e\": \"nil\"}"));
  CHECK(said(Format::yaml, "") == "document\n");
  CHECK(said(Format::yaml, "# only this\n---\n---\n...\n") == "document\n");
}

TEST_CASE("yaml: documents of a stream stand side by side, each with its own anchors") {
  CHECK(said(Format::yaml, "---\na: &k 1\n---\na: &k 2\nb: *k\n...\n---\n- 3\n") ==
        "document\n  object\n    member name=\"a\"\n      \"1\"\n"
        "  object\n    member name=\"a\"\n      \"2\"\n    member name=\"b\"\n      \"2\"\n"
        "  array\n    item\n      \"3\"\n");
  CHECK(error("a: &k 1\n---\nb: *k\n") == "doc:3:4: error: alias `*k` names no anchor before it");
}

TEST_CASE("yaml: an alias is what it stands for") {
  CHECK(said(Format::yaml, "a: &m {x: 1, y: [2, ~]}\nb: *m\nc: [*m, &t text, *t]\n*t : *t\n") ==
        said(Format::json,
             "{\"a\": {\"x\": 1, \"y\": [2, null]}, \"b\": {\"x\": 1, \"y\": [2, null]},"
             " \"c\": [{\"x\": 1, \"y\": [2, null]}, \"text\", \"text\"], \"text\": \"text\"}"));
  CHECK(texts("a: &m {x: 1, y: [2]}\nb: *m\nc: 3\n") == "[1][2][*m][][3]");
  CHECK(error("a: &k [*k]\n") == "doc:1:8: error: alias `*k` stands within what it names");
  CHECK(error("a: &k [1]\n*k : 2\n") ==
        "doc:2:1: error: alias `*k` is a key and names a list or map");
}

TEST_CASE("yaml: `<<` gives a map the members that it does not have") {
  const std::string bases = "a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\n";
  const std::string json = "{\"a\": {\"x\": 1, \"y\": 2}, \"b\": {\"y\": 3, \"z\": 4}, \"c\": ";
  CHECK(said(Format::yaml, bases + "c: {<<: *a, y: 5}\n") ==
        said(Format::json, json + "{\"x\": 1, \"y\": 5}}"));
  CHECK(said(Format::yaml, bases + "c:\n  <<: [*a, *b]\n  w: 0\n") ==
        said(Format::json, json + "{\"x\": 1, \"y\": 2, \"z\": 4, \"w\": 0}}"));
  CHECK(said(Format::yaml, bases + "c: {<<: {<<: *b, v: 6}}\n") ==
        said(Format::json, json + "{\"y\": 3, \"z\": 4, \"v\": 6}}"));
  // Quoted, or with another value, it is a name like any other.
  CHECK(said(Format::yaml, bases + "c: {'<<': {x: 1}}\n") ==
        said(Format::json, json + "{\"<<\": {\"x\": 1}}}"));
  CHECK(said(Format::yaml, bases + "c: {<<: text}\n") ==
        said(Format::json, json + "{\"<<\": \"text\"}}"));
  CHECK(error("a: {<<: &k {x: 1}}\nb: *k\n").find("names no anchor") != std::string::npos);
}

TEST_CASE("yaml: keys that are lists or maps are called by the texts in them") {
  CHECK(said(Format::yaml, "? [a, {b: c}]\n: 1\n? - d\n: 2\n[e]: 3\n") ==
        said(Format::json, "{\"a b c\": 1, \"d\": 2, \"e\": 3}"));
}

TEST_CASE("yaml: a name that stands twice is there twice") {
  CHECK(said(Format::yaml, "10: a\n10: b\n") ==
        said(Format::json, "{\"10\": \"a\", \"10\": \"b\"}"));
}

TEST_CASE("yaml: what is no YAML is an error with line and column") {
  CHECK(error("é: [1,\n") ==
        "doc:2:1: error: no YAML: did not find expected node content while parsing a flow node");
  CHECK(error("a: b: c\n") ==
        "doc:1:5: error: no YAML: mapping values are not allowed in this context");
  CHECK(
      error("日本: \"x\n").starts_with("doc:2:1: error: no YAML: found unexpected end of stream"));
  CHECK(error("é: \x01\n") == "doc:1:4: error: no YAML: control characters are not allowed");
  CHECK(error("a: \"\\ud800\"\n").find("invalid Unicode character escape code") !=
        std::string::npos);
}

TEST_CASE("yaml: aliases of aliases and nesting have limits") {
  std::string laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 10; ++i) {
    const std::string n = std::to_string(i);
    laughs += "a" + n + ": &a" + n + " [" + repeat("*a" + std::to_string(i - 1) + ", ", 10) + "]\n";
  }
  CHECK(error(laughs) ==
        "doc:5:28: error: content of aliases and keys exceeds the limit of 100000 nodes; --limit "
        "alias-nodes=N allows more");
  CHECK(error("- &a " + repeat("x", 100'000) + repeat("\n- *a", 20)) ==
        "doc:12:3: error: content of aliases and keys exceeds the limit of 1048576 bytes; --limit "
        "alias-bytes=N allows more");
  const std::string deep = "nesting exceeds the limit of 512 elements; --limit depth=N allows more";
  CHECK(error(repeat("[", 100'000) + repeat("]", 100'000)).ends_with(deep));
  CHECK(error(repeat("- ", 100'000)).ends_with(deep));
  CHECK(error(repeat("? ", 100'000)).ends_with(deep));
  CHECK(error("a: &a0 []\n" +
              [] {
                std::string chain;
                for (int i = 1; i < 600; ++i) {
                  chain += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" +
                           std::to_string(i - 1) + "]\n";
                }
                return chain;
              }())
            .find("limit of ") != std::string::npos);
  std::string tags;
  for (int i = 0; i < 500; ++i) tags += "%TAG !t" + std::to_string(i) + "! !\n";
  CHECK(error(tags + "---\n- a\n") ==
        "doc:401:1: error: document exceeds the limit of 400 directives `%TAG`; --limit "
        "tag-directives=N allows more");
  CHECK(error(repeat("- a%TAG\n", 500)).empty());
}

TEST_CASE("yaml: multi-byte text, tabs and all line ends keep their offsets") {
  const Parsed yaml(
      Format::yaml,
      "é: 日本\r\n\"ü\" : [x y,\t'ß']\r\n? 𝄞\n: &k\n  '*k'\nb: *k\nc: {d: *k , e: }\n");
  REQUIRE(yaml.result);  // The text that the alias stands for is spelled like the alias.
  std::size_t copied = 0;
  check_spans(*yaml.result, copied);
  CHECK(copied == 6);
  CHECK(texts("a: é\xC2\x85"
              "b: ü\n") == "[é][ü]");
  CHECK(texts("a: é\rb: ü\r") == "[é][ü]");
  CHECK(texts("\xEF\xBB\xBF"
              "a: ü\n") == "[ü]");
}
