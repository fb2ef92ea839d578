#include "cli/selftest_run.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "extract/extract.h"
#include "parse/parse.h"

namespace doccord {
namespace {

constexpr std::size_t kCopies = 3;

// The rules that say what a fault of this kind is.
std::vector<std::string_view> rules_for(FaultKind kind) {
  switch (kind) {
    case FaultKind::slip:
      return {"DC304", "DC307"};
    case FaultKind::number:
    case FaultKind::negation:
      return {"DC301"};
    case FaultKind::wording:
      return {"DC301", "DC302"};
    case FaultKind::removed:
      return {"DC101"};
    case FaultKind::renamed:
      return {"DC201", "DC202", "DC203"};
    case FaultKind::recoded:
      return {"DC101", "DC102", "DC104"};
    case FaultKind::duplicated:
      return {"DC103"};
    case FaultKind::shifted:
      return {"DC104"};
    case FaultKind::formatting:
      return {};
  }
  return {};
}

Source copy_of(const Source& source, std::string id) {
  Source copy = source;
  copy.id = std::move(id);
  copy.authority = false;
  copy.scope.clear();
  return copy;
}

// One document, with faults planted in it if any, beside two faithful copies of it; nothing when it
// can no longer be read.
std::vector<Discrepancy> check_beside_copies(const Source& source, const EntrySet& entries,
                                             const Planting* planting, bool& readable) {
  Extracts extracts;
  for (const std::string_view id : {"first", "second", "third"}) {
    extracts.sources.sources.push_back(copy_of(source, std::string(id)));
    extracts.entry_sets.push_back(entries);
    extracts.entry_sets.back().source_id = id;
  }
  Source& altered = extracts.sources.sources.back();
  if (planting != nullptr) {
    altered.text = planting->text;
    altered.files = planting->files;
  }
  auto read =
      parse(altered).and_then([&](const Document& document) { return extract(altered, document); });
  readable = read.has_value();
  if (!readable) return {};
  extracts.entry_sets.back() = std::move(*read);
  return analyze(std::move(extracts))
      .map([](Results&& results) { return std::move(results.discrepancies); })
      .value_or(std::vector<Discrepancy>());
}

class Selftest {
 public:
  Selftest(const Source& source, const EntrySet& entries, SelftestResult& result)
      : source_(source), entries_(entries), result_(result) {
    bool readable = false;
    std::map<std::pair<std::string, std::vector<std::string>>, std::set<std::size_t>> said_of;
    const auto control = check_beside_copies(source, entries, nullptr, readable);
    for (const Discrepancy& found : control) {
      known_.insert(found.id);
      said_of[{found.code, found.keys}].insert(found.sources.begin(), found.sources.end());
    }
    for (const Discrepancy& found : control) {
      // What is said of all three stands in the document itself.
      if (said_of[{found.code, found.keys}].size() < kCopies) alarm("faithful copies", found);
      for (const std::string& key : found.keys) own_.emplace(found.code, key);
    }
  }

  void run(FaultTally& tally, std::uint64_t seed) {
    const auto planting = plant(source_, entries_, tally.kind, seed);
    if (!planting) return;
    bool readable = false;
    std::vector<Discrepancy> found = check_beside_copies(source_, entries_, &*planting, readable);
    std::erase_if(found, [&](const Discrepancy& one) { return known_.contains(one.id); });
    for (const std::string& key : planting->keys) {
      ++tally.planted;
      const bool named = readable && is_named(tally.kind, key, found);
      tally.named += named;
      if (named || (readable && is_found(tally.kind, key, found))) {
        ++tally.found;
      } else {
        tally.missed.push_back(source_.id + ": " + key);
      }
    }
    for (const Discrepancy& one : found) {
      if (!touches(one, *planting, tally.kind) && !is_own(one)) alarm(to_string(tally.kind), one);
    }
  }

 private:
  static bool names(const Discrepancy& one, const std::string& key) {
    return std::find(one.keys.begin(), one.keys.end(), key) != one.keys.end();
  }

  // Formatting is right when nothing worse than a note is said of it.
  static bool is_found(FaultKind kind, const std::string& key,
                       const std::vector<Discrepancy>& found) {
    const bool warned = std::any_of(found.begin(), found.end(), [&](const Discrepancy& one) {
      return names(one, key) && one.level > Level::note;
    });
    return warned != (kind == FaultKind::formatting);
  }

  static bool is_named(FaultKind kind, const std::string& key,
                       const std::vector<Discrepancy>& found) {
    if (kind == FaultKind::formatting) return is_found(kind, key, found);
    const auto rules = rules_for(kind);
    return std::any_of(found.begin(), found.end(), [&](const Discrepancy& one) {
      return names(one, key) && std::find(rules.begin(), rules.end(), one.code) != rules.end();
    });
  }

  // Whether a planted fault explains it; a recoded entry turns up under another key.
  static bool touches(const Discrepancy& one, const Planting& planting, FaultKind kind) {
    if (kind == FaultKind::recoded) return true;
    return std::any_of(planting.keys.begin(), planting.keys.end(),
                       [&](const std::string& key) { return names(one, key); });
  }

  bool is_own(const Discrepancy& one) const {
    return std::all_of(one.keys.begin(), one.keys.end(), [&](const std::string& key) {
      return own_.contains({one.code, key});
    });
  }

  void alarm(std::string_view what, const Discrepancy& one) {
    result_.false_alarms.push_back(source_.id + ", " + std::string(what) + ": " + one.code + " " +
                                   one.message);
  }

  const Source& source_;
  const EntrySet& entries_;
  SelftestResult& result_;
  std::set<std::string> known_;                        // Ids without any fault planted.
  std::set<std::pair<std::string, std::string>> own_;  // Rules and keys that they are about.
};

}  // namespace

Interval wilson(std::size_t found, std::size_t planted) {
  if (planted == 0) return {};
  constexpr double kZ = 1.959963984540054;  // 95%
  const double n = static_cast<double>(planted);
  const double share = static_cast<double>(found) / n;
  const double centre = share + kZ * kZ / (2 * n);
  const double spread = kZ * std::sqrt(share * (1 - share) / n + kZ * kZ / (4 * n * n));
  const double scale = 1 + kZ * kZ / n;
  return {std::max(0.0, (centre - spread) / scale), std::min(1.0, (centre + spread) / scale)};
}

SelftestResult run_selftest(const Extracts& documents, std::size_t rounds, std::uint64_t seed) {
  SelftestResult result;
  for (const FaultKind kind : all_fault_kinds()) result.kinds.push_back({kind, 0, 0, 0, {}});
  result.documents = documents.sources.sources.size();
  for (std::size_t s = 0; s < documents.sources.sources.size(); ++s) {
    Selftest test(documents.sources.sources[s], documents.entry_sets[s], result);
    for (std::size_t round = 0; round < rounds; ++round) {
      for (std::size_t k = 0; k < result.kinds.size(); ++k) {
        test.run(result.kinds[k], seed * 1000003 + s * 1009 + round * 101 + k);
      }
    }
  }
  return result;
}

}  // namespace doccord
