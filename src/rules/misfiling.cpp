#include "rules/misfiling.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>
#include <tuple>

#include "base/parallel.h"
#include "rules/misfiled_causes.h"
#include "rules/misfiled_names.h"
#include "rules/misfiled_texts.h"

namespace doccord {
namespace {

bool holds(const std::vector<std::size_t>& sources, std::size_t source) {
  return std::binary_search(sources.begin(), sources.end(), source);
}

// Adds what names tell of the record where texts do not.
void add_named(const Registry& registry, const MisfiledNames& names, std::size_t record,
               std::vector<MisfiledNames::Found>& found) {
  for (const Claim& claim : registry.records[record].claims) {
    auto named = names.find(record, claim);
    if (!named) continue;
    bool known = false;
    for (auto other = found.rbegin(); other != found.rend() && other->misfiled.record == record;
         ++other) {
      known = known || holds(other->misfiled.sources, claim.source);
    }
    if (!known) found.push_back(std::move(*named));
  }
}

// Those of one record; all of them are sorted by it.
auto at_record(const std::vector<Misfiled>& all, std::size_t record) {
  struct ByRecord {
    bool operator()(const Misfiled& one, std::size_t place) const { return one.record < place; }
    bool operator()(std::size_t place, const Misfiled& one) const { return place < one.record; }
  };
  const auto [first, last] = std::equal_range(all.begin(), all.end(), record, ByRecord());
  return std::span(first, last);
}

}  // namespace

std::vector<Misfiled> find_misfiled(const RuleInput& input) {
  const Registry& registry = input.registry;
  const MisfiledTexts texts(registry);
  const MisfiledNames names(registry, texts);
  std::vector<std::vector<MisfiledNames::Found>> by_record(registry.records.size());
  for_each_in_parallel(by_record.size(), [&](std::size_t r) {
    for (std::size_t i = 0; i < registry.records[r].readings.size(); ++i) {
      if (auto text = texts.find(r, i)) by_record[r].push_back({std::move(*text), true});
    }
    add_named(registry, names, r, by_record[r]);
  });
  std::vector<MisfiledNames::Found> found;
  for (auto& some : by_record) std::move(some.begin(), some.end(), std::back_inserter(found));
  // A name that a source has at both keys may be meant; in a row of rows that slipped it is not.
  std::vector<const Misfiled*> certain;
  for (const auto& one : found) {
    if (one.certain) certain.push_back(&one.misfiled);
  }
  const MisfiledCauses causes(registry, certain);
  std::vector<Misfiled> all;
  for (const auto& one : found) {
    if (one.certain || causes.any_shared_with(one.misfiled)) all.push_back(one.misfiled);
  }
  return all;
}

std::vector<MisfiledRun> find_runs(const Registry& registry, const std::vector<Misfiled>& all) {
  std::vector<const Misfiled*> each;
  for (const Misfiled& one : all) each.push_back(&one);
  std::vector<MisfiledRun> runs;
  for (const std::vector<std::size_t>& places : MisfiledCauses(registry, each).connected()) {
    MisfiledRun& run = runs.emplace_back();
    for (const std::size_t place : places) run.push_back(each[place]);
    std::stable_sort(run.begin(), run.end(), [](const Misfiled* a, const Misfiled* b) {
      return std::tie(a->record, a->reading) < std::tie(b->record, b->reading);
    });
  }
  return runs;
}

bool is_transposed(std::string_view a, std::string_view b) {
  if (a.size() != b.size() || a == b) return false;
  const auto at = std::mismatch(a.begin(), a.end(), b.begin());
  const auto i = static_cast<std::size_t>(at.first - a.begin());
  return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] &&
         a.substr(i + 2) == b.substr(i + 2);
}

bool is_misfiled(const std::vector<Misfiled>& all, std::size_t record, std::size_t reading) {
  const auto here = at_record(all, record);
  return std::any_of(here.begin(), here.end(),
                     [&](const Misfiled& one) { return one.reading == reading; });
}

std::vector<bool> misfiled_sources(const RuleInput& input, const std::vector<Misfiled>& all,
                                   std::size_t record) {
  std::vector<bool> sources(input.registry.sources.size(), false);
  for (const Misfiled& one : at_record(all, record)) {
    for (const std::size_t source : one.sources) sources[source] = true;
  }
  return sources;
}

}  // namespace doccord
