#include "cli/selftest_run.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "cli/run.h"

namespace doccord {
namespace {

Extracts five() {
  auto documents =
      extract_documents({{std::string(DOCCORD_SOURCE_DIR) + "/sources"}}, Unreadable::refuse);
  REQUIRE(documents.has_value());
  return std::move(*documents);
}

TEST_CASE("selftest: what is planted in the five documents is found, and nothing else") {
  const SelftestResult result = run_selftest(five(), 1, 7);
  CHECK(result.false_alarms.empty());
  for (const FaultTally& tally : result.kinds) {
    CAPTURE(to_string(tally.kind));
    CAPTURE(tally.missed);
    CHECK(tally.planted > 0);
    // The floor: at most one in twenty is missed, one in ten where rows slipped among near-equals.
    const std::size_t missed = tally.planted - tally.found;
    CHECK(missed * (tally.kind == FaultKind::shifted ? 10 : 20) <= tally.planted);
  }
}

TEST_CASE("selftest: the same seed plants the same, another one something else") {
  const Extracts documents = five();
  for (const FaultKind kind : all_fault_kinds()) {
    CAPTURE(to_string(kind));
    const auto once = plant(documents.sources.sources[2], documents.entry_sets[2], kind, 3);
    const auto again = plant(documents.sources.sources[2], documents.entry_sets[2], kind, 3);
    const auto other = plant(documents.sources.sources[2], documents.entry_sets[2], kind, 4);
    REQUIRE(once.has_value());
    CHECK(once->text == again->text);
    CHECK(once->text != other->text);
    CHECK(once->text != documents.sources.sources[2].text);
  }
}

TEST_CASE("selftest: Wilson's interval") {
  CHECK(wilson(0, 0).low == doctest::Approx(0.0));
  CHECK(wilson(100, 100).low == doctest::Approx(0.963).epsilon(0.001));
  CHECK(wilson(86, 100).low == doctest::Approx(0.7786).epsilon(0.001));
  CHECK(wilson(86, 100).high == doctest::Approx(0.9147).epsilon(0.001));
}

}  // namespace
}  // namespace doccord
