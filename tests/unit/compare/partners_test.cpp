#include "compare/partners.h"

#include <doctest/doctest.h>

#include <numeric>

namespace doccord::test {
namespace {

using Sources = std::vector<std::size_t>;

// Each source has its own number as its reading at every key but those that it shares: at key k
// it has the text of `source - source % (k + 2)`.
ReadingTable made_readings(std::size_t sources, std::size_t keys) {
  ReadingTable readings(keys, Sources(sources));
  for (std::size_t key = 0; key < keys; ++key) {
    for (std::size_t source = 0; source < sources; ++source) {
      readings[key][source] = source - source % (key + 2);
    }
  }
  return readings;
}

Partners partners_of(std::size_t sources, std::size_t keys) {
  Sources all(sources);
  std::iota(all.begin(), all.end(), std::size_t{0});
  return choose_partners(made_readings(sources, keys), {all}, Sources(sources, 0));
}

TEST_CASE("of few documents any two have a page together") {
  const Partners partners = partners_of(kMostAllPaired, 3);
  CHECK(partners.everyone);
  CHECK(partners.pairs() == kMostAllPaired * (kMostAllPaired - 1) / 2);
  CHECK(partners.has(0, 31));
  CHECK_FALSE(partners.has(7, 7));
}

TEST_CASE("of many documents each has pages with those that share most texts with it") {
  const Partners partners = partners_of(200, 6);
  CHECK_FALSE(partners.everyone);
  for (std::size_t closest = 1; closest <= kClosest; ++closest) CHECK(partners.has(0, closest));
  CHECK(partners.of[1].front() == 0);
  CHECK(partners.pairs() <= 200 * kClosest);
  for (std::size_t source = 0; source < 200; ++source) {
    CHECK(partners.of[source].size() >= kClosest);
    for (const std::size_t other : partners.of[source]) CHECK(partners.has(other, source));
  }
}

TEST_CASE("a document without relatives stands beside its neighbours") {
  std::vector<Sources> families;
  Sources family_of;
  for (std::size_t source = 0; source < 140; ++source) {
    families.push_back({source});
    family_of.push_back(source);
  }
  const ReadingTable readings(1, Sources(140, Claim::no_reading));
  const Partners partners = choose_partners(readings, families, family_of);
  CHECK(partners.of[139].size() == kClosest);
  const Partners none = choose_partners({}, {}, {});
  CHECK(none.pairs() == 0);
}

}  // namespace
}  // namespace doccord::test
