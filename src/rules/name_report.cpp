#include "rules/name_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/authority.h"
#include "rules/phrasing.h"
#include "rules/places.h"

namespace doccord {
namespace {

// The name as this very source writes it.
const std::string& written_by(const Record& record, std::size_t source, std::size_t like) {
  const auto has = [&](const NameUse& use) {
    return std::binary_search(use.sources.begin(), use.sources.end(), source);
  };
  if (has(record.names[like])) return record.names[like].name;
  return std::find_if(record.names.begin(), record.names.end(), has)->name;
}

std::string describe(const Registry& registry, const Record& record, const NameGroup& group) {
  std::vector<std::string> items;
  for (const NameWriting& writing : group) {
    items.push_back(fmt::format("{} in {}", quoted(record.names[writing.name].name),
                                listed_sources(registry, writing.sources)));
  }
  return fmt::format("{}", fmt::join(items, "; "));
}

}  // namespace

Discrepancy name_discrepancy(const RuleInput& input, const Record& record,
                             const std::vector<NameGroup>& groups, Level level) {
  Discrepancy found;
  found.level = level;
  found.keys = {record.key};
  found.field = "name";
  std::vector<std::string> parts;
  std::vector<Place> rest;  // Further sources with a name that was shown already.
  for (const NameGroup& group : groups) {
    parts.push_back(describe(input.registry, record, group));
    for (const NameWriting& writing : group) {
      for (const std::size_t source : writing.sources) {
        const std::string& name = written_by(record, source, writing.name);
        found.sources.push_back(source);
        found.evidence.quotes.push_back({source, record.key, name});
        Place place =
            name_place(input, *record.find(source), name,
                       fmt::format("the name in {}", quoted(input.registry.sources[source].id)));
        (source == writing.sources.front() ? found.places : rest).push_back(std::move(place));
      }
    }
  }
  found.places.insert(found.places.end(), rest.begin(), rest.end());
  std::sort(found.sources.begin(), found.sources.end());
  found.message = fmt::format("{} is named {}", quoted(record.key), fmt::join(parts, "; "));
  std::vector<std::vector<std::size_t>> sides;
  for (const NameGroup& group : groups) {
    sides.emplace_back();
    for (const NameWriting& writing : group) {
      sides.back().insert(sides.back().end(), writing.sources.begin(), writing.sources.end());
    }
  }
  blame_by_authority(input, sides, found);
  return found;
}

std::vector<bool> left_out(const Registry& registry, const std::vector<Vocabulary>& vocabularies) {
  std::vector<bool> out(registry.sources.size(), false);
  for (const Vocabulary& own : vocabularies) out[own.source] = true;
  return out;
}

}  // namespace doccord
