#include <doctest/doctest.h>

#include "unit/parse/parsed.h"

using namespace doccord;

namespace {

std::string tree(std::string json) { return Parsed(Format::json, std::move(json)).tree(); }

}  // namespace

TEST_CASE("json: objects, members, arrays and items, each with its bytes") {
  CHECK(tree("{\"404\": {\"name\": \"Not \\\"Found\\\"\", \"ok\": true},\n \"l\": [1, \"b\", {}, "
             "null]}") ==
        "document 0..72\n"
        "  object 0..72\n"
        "    member name=\"404\" 1..45\n"
        "      object 8..45\n"
        "        member name=\"name\" 9..32\n"
        "          \"Not \\\"Found\\\"\" 18..31\n"
        "        member name=\"ok\" 34..44\n"
        "          \"true\" 40..44\n"
        "    member name=\"l\" 48..71\n"
        "      array 53..71\n"
        "        item 54..55\n"
        "          \"1\" 54..55\n"
        "        item 57..60\n"
        "          \"b\" 58..59\n"
        "        object 62..64\n"
        "        item 66..70\n");
}

TEST_CASE("json: escapes are decoded, and a NUL becomes a replacement character") {
  CHECK(Parsed(Format::json, "[\"\\u00e9\\n\\t\\/\\\\\\ud83d\\ude00\\u0000\"]").tree() ==
        "document 0..36\n"
        "  array 0..36\n"
        "    item 1..35\n"
        "      \"é\\n\\t/\\\\😀�\" 2..34\n");
}

TEST_CASE("json: what is no JSON is an error with line and column") {
  CHECK(tree("{\"a\": [1,\n], }").starts_with("doc:2:1: error: syntax error while parsing value"));
  CHECK(tree("// no\n{}").starts_with("doc:1:1: error: syntax error"));
  CHECK(tree("").find("doc:1:1: error: ") == 0);
  CHECK(tree("[\"\\ud800\"]").find(": error: ") != std::string::npos);
  CHECK(tree("[1e999]").find(": error: ") != std::string::npos);
}

TEST_CASE("json: nesting has a limit") {
  CHECK(tree(repeat("[", 100'000) + repeat("]", 100'000)) ==
        "doc:1:513: error: nesting exceeds the limit of 512 elements; --limit depth=N allows more");
  CHECK(
      tree(repeat("{\"a\":", 100'000) + "1" + repeat("}", 100'000)) ==
      "doc:1:1281: error: nesting exceeds the limit of 512 elements; --limit depth=N allows more");
}

TEST_CASE("json: multi-byte text, tabs and CR LF keep their offsets") {
  const Parsed json(Format::json, "{\r\n\t\"é\":\t[\"日本\", \"x y\", -1.5e3]\r\n}\r\n");
  REQUIRE(json.result);
  std::size_t copied = 0;
  check_spans(*json.result, copied);
  CHECK(copied == 3);
}
