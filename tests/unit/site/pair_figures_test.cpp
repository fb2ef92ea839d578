#include "site/pair_figures.h"

#include <doctest/doctest.h>

#include "site/model.h"
#include "site/pair.h"
#include "unit/site/small_site.h"

namespace doccord {
namespace {

TEST_CASE("pair figures: count what the lists of a pair hold, in either order") {
  const Results results = test::paper_results();
  const Model model(results);
  REQUIRE(model.source_count() == 3);
  for (std::size_t a = 0; a < 3; ++a) {
    for (std::size_t b = a + 1; b < 3; ++b) {
      const PairFigures& figures = model.pairs.of(a, b);
      CHECK(&figures == &model.pairs.of(b, a));
      const Pair pair = make_pair_of(model, a, b);
      CHECK(figures.shared == pair.shared.size());
      CHECK(figures.either == pair.shared.size() + pair.only_a.size() + pair.only_b.size());
      std::size_t differing = 0;
      for (const StateWords& words : all_states()) {
        CHECK(figures.count(words.state) == pair.count(words.state));
        if (words.state > State::same && words.state < State::own)
          differing += pair.count(words.state);
      }
      CHECK(figures.differing() == differing);
    }
  }
}

TEST_CASE("pair figures: words in common where both have a text, names however they are written") {
  Results results = test::made_results({{"one", "One", {{"1", "GOOD", "a b"}, {"2", "BAD", "c d"}}},
                                        {"two", "Two", {{"1", "Good", "a x"}, {"2", "BAD", ""}}},
                                        {"six", "Six", {{"1", "FINE", "a b"}}}},
                                       {{"a b", "a x", Kind::wording}}, {{0, 1, 2}});
  std::vector<NameComparison>& names = results.comparisons.records[0].names;
  REQUIRE(names.size() == 2);
  names[0].relation = NameRelation::same;  // GOOD and Good.
  const Model model(results);
  const PairFigures& one_two = model.pairs.of(0, 1);
  CHECK(one_two.with_words == 1);
  CHECK(one_two.common_words == 50);
  CHECK(one_two.same_names == 2);
  const PairFigures& one_six = model.pairs.of(0, 2);
  CHECK(one_six.with_words == 1);
  CHECK(one_six.common_words == 100);
  CHECK(one_six.same_names == 0);
  CHECK(one_six.shared == 1);
  CHECK(one_six.either == 2);
}

}  // namespace
}  // namespace doccord
