#include "parse/tree_builder.h"

#include <doctest/doctest.h>

#include "base/limits.h"
#include "parse/dump.h"

namespace doccord {
namespace {

Source source_of(std::string text) {
  Source source;
  source.path = "doc";
  source.text = std::move(text);
  return source;
}

// All that a builder can be asked, which must change nothing once it has failed.
void ask_everything(TreeBuilder& tree) {
  tree.open("p", 1);
  tree.text("x", {1, 2});
  tree.attribute("a", "b");
  tree.element("q", "x", {1, 2});
  tree.value("x", {1, 2}, {1, 2});
  tree.drop_last();
  tree.close_around_content();
  tree.close(3);
  tree.fail_at(2, "another fault");
}

}  // namespace

TEST_CASE("tree builder: puts a tree together") {
  const Source source = source_of("abcdefgh");
  TreeBuilder tree(source, Format::html);
  tree.open("p", 1);
  tree.attribute("id", "x");
  tree.text("b", {1, 2});
  tree.open("em", 2);
  tree.close_around_content();
  tree.drop_last();
  tree.element("code", "cd", {2, 4});
  tree.close(5);
  const auto document = tree.finish();
  REQUIRE(document);
  CHECK(dump(*document) ==
        "document 0..8\n"
        "  p id=\"x\" 1..5\n"
        "    \"b\" 1..2\n"
        "    code 2..4\n"
        "      \"cd\" 2..4\n");
}

TEST_CASE("tree builder: after its first fault it does nothing, and tells that one") {
  const Source source = source_of("abcdefgh");
  TreeBuilder tree(source, Format::html);
  tree.fail_at(4, "a fault");
  ask_everything(tree);
  CHECK(tree.depth() == 1);
  const auto document = tree.finish();
  REQUIRE_FALSE(document);
  CHECK(to_string(document.error()) == "doc:1:5: error: a fault");
}

TEST_CASE("tree builder: more nodes and levels than may be are a fault") {
  const Source source = source_of("abcdefgh");
  Limits few;
  few.nodes = 3;
  few.depth = 2;
  set_limits(few);
  TreeBuilder wide(source, Format::html);
  for (int i = 0; i < 4; ++i) wide.text("x", {1, 2});
  ask_everything(wide);
  const auto too_wide = wide.finish();
  TreeBuilder deep(source, Format::html);
  for (std::size_t i = 0; i < 3; ++i) deep.open("p", i);
  ask_everything(deep);
  const auto too_deep = deep.finish();
  set_limits({});
  REQUIRE_FALSE(too_wide);
  CHECK(to_string(too_wide.error()) ==
        "doc:1:2: error: document exceeds the limit of 3 nodes; --limit nodes=N allows more");
  REQUIRE_FALSE(too_deep);
  CHECK(to_string(too_deep.error()) ==
        "doc:1:3: error: nesting exceeds the limit of 2 elements; --limit depth=N allows more");
}

}  // namespace doccord
