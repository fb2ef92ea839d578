#include "support/five_documents.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "compare/compare.h"
#include "made_up.h"
#include "reconcile/reconcile.h"

namespace doccord {
namespace {

// The five documents with everything that is found in them; `order` says which comes where.
Results five_results(const std::vector<std::size_t>& order) {
  const SourceSet sources = test::five_sources();
  const std::vector<EntrySet> sets = test::five_entry_sets();
  Results results;
  for (const std::size_t i : order) {
    results.sources.sources.push_back(sources.sources[i]);
    results.entry_sets.push_back(sets[i]);
  }
  results.registry = reconcile(results.sources, results.entry_sets);
  results.comparisons = compare(results.registry);
  results.discrepancies =
      run_rules({results.sources, results.entry_sets, results.registry, results.comparisons});
  return results;
}

// "DC101 100 wininet97", one line each; sources by id.
std::string listing(const Results& results) {
  std::vector<std::string> lines;
  for (const Discrepancy& found : results.discrepancies) {
    std::ostringstream line;
    line << found.code;
    for (const std::string& key : found.keys)
      line << (&key == &found.keys.front() ? " " : ",") << key;
    std::set<std::string> ids;
    for (const std::size_t source : found.sources) ids.insert(results.registry.sources[source].id);
    for (const std::string& id : ids) line << (id == *ids.begin() ? " " : ",") << id;
    lines.push_back(line.str());
  }
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

std::string pointed_at(const Results& results, std::string_view code, const std::string& key) {
  for (const Discrepancy& found : results.discrepancies) {
    if (found.code == code && found.keys.front() == key) {
      return test::pointed_at(results, found.places.front());
    }
  }
  return "(nothing)";
}

// Read line by line against the documents; each is a difference that a reviewer wants to know of.
TEST_CASE("five documents: exactly these discrepancies") {
  CHECK(listing(five_results({0, 1, 2, 3, 4})) == R"(DC101 100 wininet97
DC101 101 wininet97
DC101 305 deno
DC101 307 oreilly
DC102 102 deno
DC102 207 winhttp
DC102 308 deno
DC102 416 deno
DC102 417 deno
DC102 418 deno
DC102 428 deno
DC102 429 deno
DC102 431 deno
DC102 449 auhttp,winhttp
DC102 451 deno
DC201 203 auhttp,deno,oreilly,winhttp,wininet97
DC201 300 auhttp,deno,oreilly,winhttp,wininet97
DC201 302 auhttp,deno,oreilly,winhttp,wininet97
DC201 303 auhttp,deno,oreilly,winhttp,wininet97
DC201 307 auhttp,deno,winhttp,wininet97
DC201 401 auhttp,deno,oreilly,winhttp,wininet97
DC201 405 auhttp,deno,oreilly,winhttp,wininet97
DC201 406 auhttp,deno,oreilly,winhttp,wininet97
DC201 413 auhttp,deno,oreilly,winhttp,wininet97
DC201 501 auhttp,deno,oreilly,winhttp,wininet97
DC202 101 auhttp,deno,oreilly,winhttp
DC202 301 auhttp,deno,oreilly,winhttp,wininet97
DC202 402 auhttp,deno,oreilly,winhttp,wininet97
DC202 407 auhttp,deno,oreilly,winhttp,wininet97
DC202 412 auhttp,deno,oreilly,winhttp,wininet97
DC202 414 auhttp,deno,oreilly,winhttp,wininet97
DC202 415 auhttp,deno,oreilly,winhttp,wininet97
DC202 500 auhttp,deno,oreilly,winhttp,wininet97
DC202 503 auhttp,deno,oreilly,winhttp,wininet97
DC202 505 auhttp,deno,oreilly,winhttp,wininet97
DC203 203 auhttp,winhttp,wininet97
DC204 302,413,414 oreilly
DC204 413 deno
DC301 300 auhttp,winhttp,wininet97
DC301 402 auhttp,winhttp,wininet97
DC301 403,413,414,415 auhttp,winhttp,wininet97
DC301 411 auhttp,winhttp,wininet97
DC301 413 auhttp,winhttp,wininet97
DC301 414 auhttp,winhttp,wininet97
DC301 505 auhttp,winhttp,wininet97
DC302 203 auhttp,winhttp,wininet97
DC302 303,405 auhttp,winhttp,wininet97
DC302 307 auhttp,winhttp,wininet97
DC302 404 auhttp,winhttp,wininet97
DC303 301 auhttp,winhttp
DC303 301,302,303,404,414 auhttp,winhttp,wininet97
DC304 412 wininet97
DC305 202 auhttp,winhttp,wininet97
DC307 101 deno
DC307 204 deno
DC307 206 oreilly
DC307 401 oreilly
DC307 406 oreilly
DC307 504 oreilly
)");
}

TEST_CASE("five documents: the order of the sources changes no finding and no id") {
  std::set<std::string> ids;
  for (const Discrepancy& found : five_results({0, 1, 2, 3, 4}).discrepancies) ids.insert(found.id);
  for (const auto& order : {std::vector<std::size_t>{4, 3, 2, 1, 0}, {2, 0, 4, 1, 3}}) {
    const Results results = five_results(order);
    CHECK(listing(results) == listing(five_results({0, 1, 2, 3, 4})));
    std::set<std::string> others;
    for (const Discrepancy& found : results.discrepancies) others.insert(found.id);
    CHECK(others == ids);
  }
}

TEST_CASE("five documents: ids are unique, and every place lies in its source") {
  const Results results = five_results({0, 1, 2, 3, 4});
  std::set<std::string> ids;
  for (const Discrepancy& found : results.discrepancies) {
    CHECK(found.id.size() == 16);
    CHECK(ids.insert(found.id).second);
    CHECK_FALSE(found.places.empty());
    for (const Place& place : found.places) {
      CHECK(place.span.end <= results.sources.sources[place.source].text.size());
      CHECK_FALSE(place.span.empty());
    }
  }
}

TEST_CASE("five documents: places are narrow") {
  const Results results = five_results({0, 1, 2, 3, 4});
  CHECK(pointed_at(results, "DC301", "402") == "Not");
  CHECK(pointed_at(results, "DC301", "403") == "cannot");
  CHECK(pointed_at(results, "DC301", "414") == "can");
  CHECK(pointed_at(results, "DC304", "412") == "evaluted");
  CHECK(pointed_at(results, "DC305", "202") == "processing ,");
  CHECK(pointed_at(results, "DC307", "101") == "the the");
  CHECK(pointed_at(results, "DC307", "206") == "theContent-Range");
  CHECK(pointed_at(results, "DC203", "203") == "HTTP_STATUS_PARTIAL");
  CHECK(pointed_at(results, "DC101", "307") == "305 Use Proxy");
}

TEST_CASE("five documents: a replacement that recurs is one discrepancy with all its keys") {
  const Results results = five_results({0, 1, 2, 3, 4});
  std::vector<std::string> messages;
  for (const Discrepancy& found : results.discrepancies) {
    if (found.keys.size() > 1 && found.code != "DC204") messages.push_back(found.message);
  }
  CHECK(messages ==
        std::vector<std::string>{
            "at `301`, `302`, `303`, `404` and `414`, `auhttp` adds `(Uniform Resource "
            "Identifier)`, which `wininet97` and `winhttp` do not have",
            "at `303` and `405`, `wininet97` has `method` where `auhttp` and `winhttp` have "
            "`HTTP verb`",
            "at `403`, `413`, `414` and `415`, `winhttp` has `cannot` where `auhttp` and "
            "`wininet97` have `is refusing to`"});
}

}  // namespace
}  // namespace doccord
