#include "compare/lineage.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "compare/compare.h"
#include "reconcile/reconcile.h"

namespace doccord {
namespace {

// Two sources with the texts for keys 1, 2, 3, ..., of one family.
std::vector<Lineage> trace(const std::vector<std::string>& a, const std::vector<std::string>& b,
                           const std::string& date_a = "", const std::string& date_b = "") {
  SourceSet sources;
  std::vector<EntrySet> sets;
  for (const auto* texts : {&a, &b}) {
    Source source;
    source.id = sets.empty() ? "a" : "b";
    source.date = sets.empty() ? date_a : date_b;
    sources.sources.push_back(source);
    EntrySet set;
    for (std::size_t i = 0; i < texts->size(); ++i) {
      Entry entry;
      entry.key = std::to_string(i + 1);
      entry.description = (*texts)[i];
      set.entries.push_back(entry);
    }
    sets.push_back(set);
  }
  const Registry registry = reconcile(sources, sets);
  const Comparisons comparisons = compare(registry);
  return trace_lineage(registry, comparisons, choose_partners(registry, comparisons));
}

const std::vector<std::string> kFirst = {
    "The request was accepted for further processing by another server",
    "The server has evaluted the request and found nothing to complain about",
    "The resource was moved to another place and will not come back",
    "The client has to wait until the server is ready to go on again"};

const std::vector<std::string> kRevised = {
    "The request was accepted for further processing by another server of the same owner",
    "The server has evaluated the request and found nothing to complain about",
    "The resource was moved to another place for good and will not come back",
    "The client has to wait until the server is ready to go on again, as the header says"};

TEST_CASE("lineage: what was mended and added makes the other the earlier one") {
  const auto found = trace(kFirst, kRevised);
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].earlier);
  CHECK(*found[0].earlier == 0);
  CHECK(found[0].traces.front().kind == TraceKind::slip_mended);
  CHECK(found[0].traces.front().words == "evaluted");
  CHECK(*trace(kRevised, kFirst)[0].earlier == 1);
}

TEST_CASE("lineage: dates decide, and are named") {
  const auto found = trace(kFirst, kRevised, "2018", "1997-05");
  REQUIRE(found[0].earlier);
  CHECK(*found[0].earlier == 1);
  CHECK(found[0].traces.back().kind == TraceKind::date);
}

TEST_CASE("lineage: equal texts cannot be told apart, nor one trace, nor a year within a date") {
  CHECK_FALSE(trace(kFirst, kFirst)[0].earlier);
  std::vector<std::string> once = kFirst;
  once[0] = kRevised[0];
  CHECK_FALSE(trace(kFirst, once)[0].earlier);
  CHECK_FALSE(trace(kFirst, once, "1997", "1997-05")[0].earlier);
}

}  // namespace
}  // namespace doccord
