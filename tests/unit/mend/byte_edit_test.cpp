#include "mend/byte_edit.h"

#include <doctest/doctest.h>

namespace doccord {
namespace {

TEST_CASE("edits are made in the texts, and the files of a directory move along") {
  std::vector<Source> sources(1);
  sources[0].text = "one\ntwo\nthree\n";
  sources[0].files = {{"a", 0, 0}, {"b", 4, 0}, {"c", 8, 0}};
  std::vector<ByteEdit> edits{{0, {8, 8}, "2b\n"}, {0, {0, 3}, "first"}, {0, {5, 6}, ""}};
  sort_edits(edits);
  CHECK_FALSE(collide(edits));
  apply_edits(sources, edits);
  CHECK(sources[0].text == "first\nto\n2b\nthree\n");
  CHECK(sources[0].files[1].begin == 6);
  CHECK(sources[0].files[2].begin == 12);
}

TEST_CASE("edits collide when they change the same bytes or add at one place") {
  const auto meet = [](Span a, Span b) { return collide({{0, a, "x"}, {0, b, "y"}}); };
  CHECK(meet({0, 3}, {2, 4}));
  CHECK(meet({2, 2}, {2, 2}));
  CHECK(meet({2, 2}, {2, 5}));
  CHECK_FALSE(meet({0, 2}, {2, 4}));
  CHECK_FALSE(collide({{0, {0, 3}, "x"}, {1, {0, 3}, "y"}}));
}

}  // namespace
}  // namespace doccord
