#include "site/cell.h"

#include <doctest/doctest.h>

#include "unit/site/small_site.h"

namespace doccord::test {
namespace {

// The words for each source at the first key.
std::vector<std::string> words(const Results& results) {
  std::vector<std::string> out;
  for (const Cell& cell : make_cells(results.registry.records[0], results.comparisons.records[0],
                                     results.comparisons, results.registry.sources.size())) {
    out.emplace_back(words_of(cell.state).id);
  }
  return out;
}

MadeSource saying(const std::string& id, const std::string& text) {
  return {id, id, {{"1", "n", text}}};
}

using Words = std::vector<std::string>;

TEST_CASE("a text is held against the one that most of its family share") {
  CHECK(words(made_results({saying("a", "x"), saying("b", "x"), saying("c", "y")},
                           {{"x", "y", Kind::wording}}, {{0, 1, 2}})) ==
        Words{"same", "same", "wording"});
}

TEST_CASE("when no two agree, each is held against the nearest") {
  CHECK(words(made_results(
            {saying("a", "x"), saying("b", "y"), saying("c", "z")},
            {{"x", "y", Kind::notation}, {"y", "z", Kind::wording}, {"x", "z", Kind::meaning}},
            {{0, 1, 2}})) == Words{"notation", "notation", "wording"});
}

TEST_CASE("another text altogether is a replacement within a family and its own outside") {
  CHECK(words(made_results({saying("a", "x"), saying("b", "x"), saying("c", "y")}, {},
                           {{0, 1, 2}})) == Words{"same", "same", "replaced"});
  CHECK(words(made_results({saying("a", "x"), saying("b", "x"), saying("c", "y")}, {},
                           {{0, 1}, {2}})) == Words{"same", "same", "own"});
}

TEST_CASE("sources without key, text or company") {
  CHECK(words(made_results({saying("a", "x"), {"b", "b", {}}}, {}, {{0}, {1}})) ==
        Words{"alone", "missing"});
  CHECK(words(made_results({saying("a", "x"), saying("b", "")}, {}, {{0, 1}})) ==
        Words{"own", "no-text"});
  CHECK(words(made_results({saying("a", "x")}, {}, {{0}})) == Words{"own"});
}

}  // namespace
}  // namespace doccord::test
