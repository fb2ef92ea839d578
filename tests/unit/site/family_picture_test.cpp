#include "site/family_picture.h"

#include <doctest/doctest.h>

namespace doccord::test {
namespace {

std::string shown(const std::vector<std::string>& ids, std::vector<FamilyEdge> edges) {
  const auto templates = TemplateSet::parse(
      {{"p",
        "{{#lines}}{{from}}-{{to}} {{label}} at {{x1}},{{y1}} to {{x2}},{{y2}}{{#arrow}} "
        "arrow {{arrow}}{{/arrow}}{{#untold}} untold{{/untold}}; {{/lines}}"
        "{{#arrows_any}}arrows{{/arrows_any}}{{#untold_any}}some untold{{/untold_any}}"}});
  REQUIRE(templates);
  const auto text = templates->render("p", family_picture(ids, std::move(edges)));
  REQUIRE(text);
  return *text;
}

TEST_CASE("an arrow leads from the earlier to the later, and ends at its box") {
  CHECK(shown({"old", "new"}, {{0, 1, 3, 4, CameFirst::a}}) ==
        "old-new 3 of 4 at 100,45 to 373,45 arrow 387,45 372,36 372,54; arrows");
  CHECK(shown({"new", "old"}, {{0, 1, 3, 4, CameFirst::b}}) ==
        "old-new 3 of 4 at 420,45 to 147,45 arrow 133,45 148,54 148,36; arrows");
}

TEST_CASE("where nothing tells which came first there is no arrow but words") {
  CHECK(shown({"one", "two"}, {{0, 1, 3, 4}}) ==
        "one-two 3 of 4 at 100,45 to 420,45 untold; some untold");
}

TEST_CASE("of a big family the closest ties are drawn") {
  std::vector<FamilyEdge> edges;
  for (std::size_t a = 0; a < 6; ++a) {
    for (std::size_t b = a + 1; b < 6; ++b) edges.push_back({a, b, b == a + 1 ? 9U : 1U, 10});
  }
  const std::string text = shown({"a", "b", "c", "d", "e", "f"}, edges);
  for (const char* tie : {"a-b 9", "b-c 9", "c-d 9", "d-e 9", "e-f 9"}) {
    CHECK(text.find(tie) != text.npos);
  }
  CHECK(text.find("1 of 10") == text.npos);
}

}  // namespace
}  // namespace doccord::test
