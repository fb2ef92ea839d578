#include "site/merged.h"

#include <fmt/format.h>
#include <algorithm>
#include <cassert>
#include <set>

namespace doccord {
namespace {

using Sources = std::vector<std::size_t>;

// A choice among values, each given by the sources that have it.
struct Choice {
  std::size_t place = 0;
  std::string why;
};

const SourceSummary* authority_among(const Registry& registry, const Sources& sources) {
  for (const std::size_t source : sources) {
    if (registry.sources[source].authority) return &registry.sources[source];
  }
  return nullptr;
}

const SourceSummary& newest_of(const Registry& registry, const Sources& sources) {
  std::size_t newest = sources.front();
  for (const std::size_t source : sources) {
    if (registry.sources[source].date > registry.sources[newest].date) newest = source;
  }
  return registry.sources[newest];
}

// Between values that equally many documents have: the newest, where one is newer than all others.
Choice break_tie(const Registry& registry, const std::vector<Sources>& values,
                 const std::vector<std::size_t>& tied) {
  const std::string_view among = values[tied.front()].size() == 1
                                     ? "no two documents agree"
                                     : "as many documents have another";
  std::vector<std::size_t> by_age = tied;
  std::stable_sort(by_age.begin(), by_age.end(), [&](std::size_t a, std::size_t b) {
    return newest_of(registry, values[a]).date > newest_of(registry, values[b]).date;
  });
  const SourceSummary& newest = newest_of(registry, values[by_age[0]]);
  if (newest.date > newest_of(registry, values[by_age[1]]).date) {
    return {by_age[0], fmt::format("{}; {} is the newest ({})", among, newest.id, newest.date)};
  }
  const SourceSummary& first = registry.sources[values[tied.front()].front()];
  return {tied.front(), fmt::format("{}; {} comes first", among, first.id)};
}

Choice choose(const Registry& registry, const std::vector<Sources>& values) {
  assert(!values.empty());
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (const SourceSummary* authority = authority_among(registry, values[i])) {
      return {i, authority->id + " is the authority"};
    }
  }
  std::set<std::size_t> having;  // A document may give more than one value.
  std::size_t most = 0;
  for (const Sources& sources : values) {
    having.insert(sources.begin(), sources.end());
    most = std::max(most, sources.size());
  }
  std::vector<std::size_t> tied;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i].size() == most) tied.push_back(i);
  }
  if (values.size() == 1) {
    return {0, having.size() == 1 ? "the only one there is" : "all documents that give one agree"};
  }
  if (having.size() == 1) return {0, "the first in the only document that gives one"};
  if (tied.size() > 1) return break_tie(registry, values, tied);
  if (most == having.size()) return {tied.front(), "all documents that give one have it"};
  return {tied.front(),
          fmt::format("{} of {} documents that give one have it", most, having.size())};
}

std::optional<MergedValue> merged_description(const Registry& registry, const Record& record) {
  if (record.readings.empty()) return std::nullopt;
  std::vector<Sources> values;
  for (const Reading& reading : record.readings) values.push_back(reading.sources);
  Choice choice = choose(registry, values);
  const Reading& best = record.readings[choice.place];
  return MergedValue{best.text, choice.place, best.sources, std::move(choice.why)};
}

// Names that differ in their sources' prefixes only are one.
std::optional<MergedValue> merged_name(const Registry& registry, const Record& record) {
  if (record.names.empty()) return std::nullopt;
  std::vector<std::size_t> places;
  std::vector<Sources> values;
  for (std::size_t i = 0; i < record.names.size(); ++i) {
    const NameUse& use = record.names[i];
    const auto known = std::find_if(places.begin(), places.end(), [&](std::size_t place) {
      return record.names[place].bare == use.bare;
    });
    if (known == places.end()) {
      places.push_back(i);
      values.push_back(use.sources);
      continue;
    }
    Sources& sources = values[static_cast<std::size_t>(known - places.begin())];
    sources.insert(sources.end(), use.sources.begin(), use.sources.end());
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  }
  Choice choice = choose(registry, values);
  const std::size_t place = places[choice.place];
  return MergedValue{record.names[place].bare, place, values[choice.place], std::move(choice.why)};
}

}  // namespace

MergedEntry merge_record(const Registry& registry, const Record& record) {
  MergedEntry merged{merged_name(registry, record), merged_description(registry, record), {}};
  for (const FieldUse& field : record.fields) {
    std::vector<Sources> values;
    for (const FieldValue& value : field.values) values.push_back(value.sources);
    Choice choice = choose(registry, values);
    const FieldValue& best = field.values[choice.place];
    merged.fields.push_back({best.value, choice.place, best.sources, std::move(choice.why)});
  }
  return merged;
}

}  // namespace doccord
