#include <doctest/doctest.h>

#include "made_up.h"
#include "rules/rule.h"

namespace doccord {
namespace {

using Ids = std::vector<std::size_t>;

test::MadeUp conflict() {
  return test::MadeUp({{"a", {{"1", "Full", "", "", {{"Default", "30 s"}}}}},
                       {"b", {{"1", "Full", "", "", {{"Default", "60 s"}}}}},
                       {"c", {{"1", "Empty", "", "", {{"Default value", "30000 ms"}}}}}});
}

TEST_CASE("authority: without one nobody is blamed alone") {
  CHECK(conflict().find(rule_table::field_conflict)[0].sources == Ids{0, 1, 2});
  CHECK(conflict().find(rule_table::name_conflict)[0].sources == Ids{0, 1, 2});
}

TEST_CASE("authority: who does not agree with it is at fault") {
  test::MadeUp run = conflict();
  run.results.sources.sources[0].authority = true;
  const auto field = run.find(rule_table::field_conflict);
  CHECK(field[0].sources == Ids{1});
  CHECK(field[0].message ==
        "`Default` of `1` is `30 s` in `a` and `30000 ms` in `c`; `60 s` in `b`, and `a` is the "
        "authority");
  CHECK(run.find(rule_table::name_conflict)[0].sources == Ids{2});
}

TEST_CASE("authority: two that disagree settle nothing") {
  test::MadeUp run = conflict();
  run.results.sources.sources[0].authority = true;
  run.results.sources.sources[1].authority = true;
  CHECK(run.find(rule_table::field_conflict)[0].sources == Ids{0, 1, 2});
}

}  // namespace
}  // namespace doccord
