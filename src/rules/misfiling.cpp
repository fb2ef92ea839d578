#include "rules/misfiling.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>
#include <tuple>

#include "base/parallel.h"
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

// Whether no source that has `first` misfiled has a key of its own between the two.
bool are_neighbours(const Registry& registry, const Misfiled& first, const Misfiled& second) {
  if (first.record >= second.record) return false;
  for (std::size_t r = first.record + 1; r < second.record; ++r) {
    for (const std::size_t source : first.sources) {
      if (registry.records[r].has(source)) return false;
    }
  }
  const bool down = first.belongs < first.record;
  return first.belongs < second.belongs && down == (second.belongs < second.record);
}

bool have_one_cause(const Registry& registry, const Misfiled& a, const Misfiled& b) {
  if (a.sources != b.sources) return false;
  return a.belongs == b.record || b.belongs == a.record || are_neighbours(registry, a, b) ||
         are_neighbours(registry, b, a);
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
  std::vector<Misfiled> all;
  for (const auto& one : found) {
    const bool supported =
        one.certain || std::any_of(found.begin(), found.end(), [&](const auto& other) {
          return other.certain && have_one_cause(registry, one.misfiled, other.misfiled);
        });
    if (supported) all.push_back(one.misfiled);
  }
  return all;
}

std::vector<MisfiledRun> find_runs(const Registry& registry, const std::vector<Misfiled>& all) {
  std::vector<MisfiledRun> runs;
  for (const Misfiled& misfiled : all) {
    const auto belongs = [&](const MisfiledRun& run) {
      return std::any_of(run.begin(), run.end(), [&](const Misfiled* other) {
        return have_one_cause(registry, *other, misfiled);
      });
    };
    const auto first = std::find_if(runs.begin(), runs.end(), belongs);
    if (first == runs.end()) {
      runs.push_back({&misfiled});
      continue;
    }
    first->push_back(&misfiled);
    // It may be what joins two runs.
    for (auto other = first + 1; other != runs.end();) {
      if (!belongs(*other)) {
        ++other;
        continue;
      }
      first->insert(first->end(), other->begin(), other->end());
      other = runs.erase(other);
    }
    std::sort(first->begin(), first->end(), [](const Misfiled* a, const Misfiled* b) {
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
