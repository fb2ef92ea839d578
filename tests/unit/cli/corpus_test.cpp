// Recall and precision on corpora that a generator makes, where there is one: it writes down every
// fault that it plants. DOCCORD_BENCH names its directory.

#include <doctest/doctest.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "cli/analyze.h"
#include "support/temporary_directory.h"

namespace doccord {
namespace {

namespace fs = std::filesystem;

// The rules that say what a planted fault is.
const std::map<std::string, std::vector<std::string>> kRules = {
    {"typo", {"DC304", "DC307"}},
    {"reword", {"DC301", "DC302"}},
    {"rewrite", {"DC301"}},
    {"missing", {"DC101"}},
    {"rename", {"DC201", "DC202", "DC203"}},
    {"recode", {"DC101", "DC102", "DC103", "DC104"}},
    {"dup", {"DC103"}},
    {"negate", {"DC301"}}};

struct Tally {
  std::size_t planted = 0;
  std::size_t found = 0;
};

struct Score {
  std::map<std::string, Tally> kinds;
  std::size_t discrepancies = 0;
  std::vector<std::string> false_alarms;
};

std::string bench() {
  const char* directory = std::getenv("DOCCORD_BENCH");
  return directory == nullptr ? DOCCORD_SOURCE_DIR "/../shared/bench" : directory;
}

bool names(const Discrepancy& found, const std::string& key) {
  return std::find(found.keys.begin(), found.keys.end(), key) != found.keys.end();
}

bool is_found(const Results& results, const std::string& kind, const std::string& key,
              const std::string& source) {
  const auto& rules = kRules.at(kind);
  return std::any_of(
      results.discrepancies.begin(), results.discrepancies.end(), [&](const Discrepancy& found) {
        const bool here =
            std::any_of(found.places.begin(), found.places.end(),
                        [&](const Place& place) {
                          return results.registry.sources[place.source].id == source;
                        }) ||
            std::any_of(found.sources.begin(), found.sources.end(),
                        [&](std::size_t s) { return results.registry.sources[s].id == source; });
        return here && names(found, key) &&
               std::find(rules.begin(), rules.end(), found.code) != rules.end();
      });
}

// The generator's sentences have words twice and sections that do not fit at random.
bool is_of_the_generator(const Discrepancy& found) {
  return found.code == "DC307" || found.code == "DC402";
}

void score(const fs::path& corpus, Score& to) {
  const auto truth = nlohmann::json::parse(std::ifstream(corpus / "truth.json"));
  std::map<std::size_t, std::string> ids;
  std::vector<std::string> files;
  for (const auto& file : truth["files"]) {
    files.push_back((corpus / "src" / file["file"].get<std::string>()).string());
    ids[file["source"]] = fs::path(files.back()).stem().string();
  }
  const auto results = analyze_documents({files}, Unreadable::refuse);
  REQUIRE(results.has_value());
  std::set<std::string> touched;
  for (const auto& fault : truth["mutations"]) {
    if (!ids.contains(fault["source"])) continue;
    const std::string key = std::to_string(fault["code"].get<int>());
    const std::string kind = fault["kind"];
    touched.insert(key);
    if (kind == "recode") touched.insert(std::to_string(fault["what"]["to"].get<int>()));
    Tally& tally = to.kinds[kind];
    ++tally.planted;
    tally.found += is_found(*results, kind, key, ids[fault["source"]]);
  }
  for (const Discrepancy& found : results->discrepancies) {
    if (is_of_the_generator(found)) continue;
    ++to.discrepancies;
    if (std::none_of(found.keys.begin(), found.keys.end(),
                     [&](const std::string& key) { return touched.contains(key); })) {
      to.false_alarms.push_back(found.code + " " + found.message);
    }
  }
}

TEST_CASE("corpora: planted faults are found, and hardly anything else") {
  const std::string generator = bench() + "/gen_corpus.py";
  if (!fs::exists(generator)) {
    MESSAGE("skipped: no " << generator << "; DOCCORD_BENCH names another directory");
    return;
  }
  const test::TemporaryDirectory directory;
  Score all;
  for (const int seed : {21, 22, 23}) {
    const fs::path corpus = directory.path() / std::to_string(seed);
    const std::string command = "python3 '" + generator + "' '" + corpus.string() +
                                "' --sources 7 --entries 200 --seed " + std::to_string(seed) +
                                " >/dev/null";
    REQUIRE(std::system(command.c_str()) == 0);
    score(corpus, all);
  }
  for (const auto& [kind, tally] : all.kinds) {
    MESSAGE(kind << ": " << tally.found << " of " << tally.planted);
    CHECK(static_cast<double>(tally.found) >= 0.98 * static_cast<double>(tally.planted));
  }
  MESSAGE("false alarms: " << all.false_alarms.size() << " of " << all.discrepancies);
  CAPTURE(all.false_alarms);
  CHECK(static_cast<double>(all.false_alarms.size()) <=
        0.02 * static_cast<double>(all.discrepancies));
}

}  // namespace
}  // namespace doccord
