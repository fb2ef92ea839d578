#include "site/model.h"

#include <algorithm>
#include <map>

#include "base/parallel.h"
#include "site/merged.h"
#include "site/slug.h"

namespace doccord {
namespace {

// The name without its source's prefix that most sources give; the first of equals.
std::string label_of(const Record& record) {
  std::map<std::string, std::size_t> users;
  for (const NameUse& use : record.names) users[use.bare] += use.sources.size();
  std::string best;
  std::size_t most = 0;
  for (const NameUse& use : record.names) {
    if (users[use.bare] <= most) continue;
    best = use.bare;
    most = users[use.bare];
  }
  return best;
}

std::size_t leading_digits(const std::string& key) {
  return std::min(key.find_first_not_of("0123456789"), key.size());
}

// "4xx" of "404" and "404.15"; empty when the key has no class.
std::string class_of(const std::string& key) {
  const std::size_t digits = leading_digits(key);
  if (digits < 2) return "";
  return key.substr(0, 1) + std::string(digits - 1, 'x');
}

std::vector<KeyGroup> make_groups(const std::vector<Record>& records) {
  std::vector<KeyGroup> groups;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::string title = class_of(records[i].key);
    const bool odd =
        title.empty() || leading_digits(records[i].key) != leading_digits(records[0].key);
    if (odd) return {{"", 0, records.size()}};
    if (groups.empty() || groups.back().title != title) groups.push_back({title, i, 0});
    ++groups.back().count;
  }
  if (groups.size() < 2) return {{"", 0, records.size()}};
  return groups;
}

template <class Items, class Text>
std::vector<std::string> slugs_of(const Items& items, Text text) {
  std::vector<std::string> texts;
  for (const auto& item : items) texts.push_back(text(item));
  return make_slugs(texts);
}

}  // namespace

const std::vector<DiffRun>& DiffCache::of(const std::string& a, const std::string& b) {
  const std::string both = a + '\n' + b;
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = diffs_.find(both); known != diffs_.end()) return known->second;
  }
  std::vector<DiffRun> runs = word_diff(a, b);
  const std::lock_guard lock(mutex_);
  return diffs_.try_emplace(both, std::move(runs)).first->second;
}

Model::Model(const Results& from) : results(from) {
  const Registry& registry = results.registry;
  source_slugs = slugs_of(registry.sources, [](const SourceSummary& s) { return s.id; });
  key_slugs = slugs_of(registry.records, [](const Record& r) { return r.key; });
  for (std::size_t source = 0; source < source_count(); ++source) {
    families.push_back(results.comparisons.family_of(source));
    ids_.insert(registry.sources[source].id);
  }
  groups = make_groups(registry.records);
  for (std::size_t i = 0; i < registry.records.size(); ++i) {
    places_.emplace(registry.records[i].key, i);
    labels.push_back(label_of(record(i)));
    cells.push_back(make_cells(record(i), compared(i), results.comparisons, source_count()));
    const auto merged = merge_record(registry, record(i)).description;
    merged_readings.push_back(merged ? std::optional(merged->place) : std::nullopt);
  }
  partners = choose_partners(registry, results.comparisons);
  checksums.resize(source_count());
  for_each_in_parallel(source_count(), [&](std::size_t source) {
    checksums[source] = checksum(results.sources.sources[source]);
  });
  for (const Source& source : results.sources.sources) {
    lines.emplace_back(source.text, later_file_starts(source));
  }
  of_record.resize(registry.records.size());
  of_source.resize(source_count());
  for (std::size_t d = 0; d < results.discrepancies.size(); ++d) {
    const Discrepancy& discrepancy = results.discrepancies[d];
    for (const std::string& key : discrepancy.keys) {
      if (const auto place = record_of(key)) of_record[*place].push_back(d);
    }
    for (const std::size_t source : discrepancy.sources) {
      if (source < source_count()) of_source[source].push_back(d);
    }
  }
  pairs = PairTable(*this);
}

std::optional<std::size_t> Model::record_of(const std::string& key) const {
  const auto found = places_.find(key);
  if (found == places_.end()) return std::nullopt;
  return found->second;
}

bool Model::has_relatives() const {
  const auto& all = results.comparisons.families;
  return std::any_of(all.begin(), all.end(),
                     [](const std::vector<std::size_t>& family) { return family.size() > 1; });
}

}  // namespace doccord
