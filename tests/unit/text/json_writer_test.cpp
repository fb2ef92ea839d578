#include "text/json_writer.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace doccord {
namespace {

using Json = nlohmann::ordered_json;

// Every kind of value, empty ones and a list of lines.
std::string written(JsonLayout layout) {
  JsonWriter out(layout);
  out.object([&] {
    out.member("text", "a \"b\"\n");
    out.member("number", std::size_t{18446744073709551615U});
    out.member("share", 0.87);
    out.member("whole", 1.0);
    out.member("truth", false);
    out.key("nothing");
    out.null();
    out.member("texts", std::vector<std::string>{"x", "y"});
    out.member("no texts", std::vector<std::string>{});
    out.object("none", [] {});
    out.array("nested", [&] {
      out.array([] {});
      out.object([&] { out.member("a", "b"); });
    });
    out.lines("items", 2, [&](std::size_t i) { out.object([&] { out.member("i", i); }); });
  });
  return out.take();
}

// The same as the library has it, but for lines.
const Json kSame = {{"text", "a \"b\"\n"},
                    {"number", 18446744073709551615U},
                    {"share", 0.87},
                    {"whole", 1.0},
                    {"truth", false},
                    {"nothing", nullptr},
                    {"texts", {"x", "y"}},
                    {"no texts", Json::array()},
                    {"none", Json::object()},
                    {"nested", {Json::array(), {{"a", "b"}}}},
                    {"items", {{{"i", 0}}, {{"i", 1}}}}};

TEST_CASE("json writer: indented as the library indents") {
  CHECK(written(JsonLayout::indented) == kSame.dump(2) + "\n");
}

TEST_CASE("json writer: a line for each item of a list of lines, and no white space else") {
  const std::string json = written(JsonLayout::lines);
  CHECK(json ==
        "{\"text\":\"a \\\"b\\\"\\n\",\"number\":18446744073709551615,\"share\":0.87,\"whole\":1.0,"
        "\"truth\":false,\"nothing\":null,\"texts\":[\"x\",\"y\"],\"no texts\":[],\"none\":{},"
        "\"nested\":[[],{\"a\":\"b\"}],\"items\":[\n{\"i\":0},\n{\"i\":1}\n]}\n");
  CHECK(Json::parse(json) == kSame);
}

TEST_CASE("json writer: a list of lines without items") {
  for (const JsonLayout layout : {JsonLayout::indented, JsonLayout::lines}) {
    JsonWriter out(layout);
    out.object([&] { out.lines("items", 0, [](std::size_t) {}); });
    CHECK(Json::parse(out.take()) == Json{{"items", Json::array()}});
  }
}

TEST_CASE("json writer: very many items are all written") {
  JsonWriter out(JsonLayout::lines);
  out.object([&] { out.lines("items", 1000, [&](std::size_t i) { out.value(i); }); });
  const Json items = Json::parse(out.take())["items"];
  REQUIRE(items.size() == 1000);
  for (std::size_t i = 0; i < items.size(); ++i) CHECK(items[i] == i);
}

TEST_CASE("json writer: is empty when its text was taken") {
  JsonWriter out(JsonLayout::lines);
  out.value("first");
  CHECK(out.take() == "\"first\"\n");
  out.value("second");
  CHECK(out.take() == "\"second\"\n");
}

}  // namespace
}  // namespace doccord
