#include "rules/name_groups.h"

#include <algorithm>
#include <map>

namespace doccord {
namespace {

constexpr std::size_t kFewestSharedKeys = 8;  // Fewer say nothing about a vocabulary.
constexpr double kNearlyEvery = 0.75;

NameRelation relation_of(const RecordComparison& comparison, std::size_t a, std::size_t b) {
  if (a == b) return NameRelation::same;
  for (const NameComparison& names : comparison.names) {
    if (names.a == std::min(a, b) && names.b == std::max(a, b)) return names.relation;
  }
  return NameRelation::different;
}

// What the source of a name puts before all of them: "HTTP_STATUS_".
std::string_view prefix_of(const NameUse& use) {
  return std::string_view(use.name).substr(0, use.name.size() - use.bare.size());
}

// The places in Record::names of one source's names, those with a prefix first.
struct SourceNames {
  std::size_t source = 0;
  std::vector<std::size_t> names;
};

std::vector<SourceNames> names_by_source(const Record& record, const std::vector<bool>& left_out) {
  std::vector<SourceNames> all;
  for (const Claim& claim : record.claims) {
    if (left_out[claim.source] || (!all.empty() && all.back().source == claim.source)) continue;
    all.push_back({claim.source, {}});
  }
  for (std::size_t i = 0; i < record.names.size(); ++i) {
    for (const std::size_t source : record.names[i].sources) {
      const auto own = std::lower_bound(
          all.begin(), all.end(), source,
          [](const SourceNames& names, std::size_t wanted) { return names.source < wanted; });
      if (own != all.end() && own->source == source) own->names.push_back(i);
    }
  }
  std::erase_if(all, [](const SourceNames& own) { return own.names.empty(); });
  for (SourceNames& own : all) {
    std::stable_partition(own.names.begin(), own.names.end(),
                          [&](std::size_t name) { return !prefix_of(record.names[name]).empty(); });
  }
  return all;
}

// Names with one prefix are of one programming interface, where a name is right or wrong: what the
// sources say beside them does not make up for that.
NameRelation closest_relation(const Record& record, const RecordComparison& comparison,
                              const SourceNames& a, const SourceNames& b) {
  NameRelation closest = NameRelation::different;
  NameRelation closest_of_interface = NameRelation::different;
  bool one_interface = false;
  for (const std::size_t i : a.names) {
    const std::string_view prefix = prefix_of(record.names[i]);
    for (const std::size_t j : b.names) {
      const NameRelation relation = relation_of(comparison, i, j);
      closest = std::min(closest, relation);
      if (prefix.empty() || prefix_of(record.names[j]) != prefix) continue;
      closest_of_interface = std::min(closest_of_interface, relation);
      one_interface = true;
    }
  }
  return one_interface ? closest_of_interface : closest;
}

// Sources with the very same names count as one: places in a list of them, each the first of its
// kind, and for each source which of them it is like.
struct DistinctNames {
  std::vector<std::size_t> firsts;
  std::vector<std::size_t> kind_of;  // Place in `firsts`.
};

DistinctNames distinct_names(const std::vector<SourceNames>& sources) {
  DistinctNames found;
  std::map<std::vector<std::size_t>, std::size_t> kinds;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto [kind, fresh] = kinds.try_emplace(sources[i].names, found.firsts.size());
    if (fresh) found.firsts.push_back(i);
    found.kind_of.push_back(kind->second);
  }
  return found;
}

// For each source the first one that it is linked with by relations up to `farthest`.
std::vector<std::size_t> link(const Record& record, const std::vector<SourceNames>& sources,
                              const RecordComparison& comparison, NameRelation farthest) {
  const DistinctNames names = distinct_names(sources);
  std::vector<std::size_t> root = names.firsts;
  for (std::size_t i = 0; i < root.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (root[i] == root[j]) continue;
      const SourceNames& a = sources[names.firsts[i]];
      const SourceNames& b = sources[names.firsts[j]];
      if (closest_relation(record, comparison, a, b) > farthest) continue;
      const auto [to, from] = std::minmax({root[i], root[j]});
      std::replace(root.begin(), root.end(), std::size_t{from}, std::size_t{to});
    }
  }
  std::vector<std::size_t> of_sources;
  for (const std::size_t kind : names.kind_of) of_sources.push_back(root[kind]);
  return of_sources;
}

}  // namespace

std::vector<NameGroup> name_groups(const Record& record, const RecordComparison& comparison,
                                   const std::vector<bool>& left_out) {
  const std::vector<SourceNames> sources = names_by_source(record, left_out);
  const auto group_of = link(record, sources, comparison, NameRelation::partial);
  const auto writing_of = link(record, sources, comparison, NameRelation::same);
  std::vector<NameGroup> groups;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (group_of[i] != i) continue;
    NameGroup group;
    for (std::size_t j = i; j < sources.size(); ++j) {
      if (group_of[j] != i || writing_of[j] != j) continue;
      NameWriting writing{sources[j].names.front(), {}};
      for (std::size_t k = j; k < sources.size(); ++k) {
        if (writing_of[k] == j) writing.sources.push_back(sources[k].source);
      }
      group.push_back(std::move(writing));
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

std::vector<Vocabulary> own_vocabularies(const Registry& registry, const Comparisons& comparisons) {
  const std::vector<bool> all(registry.sources.size(), false);
  std::vector<Vocabulary> found;
  for (std::size_t s = 0; s < registry.sources.size(); ++s) found.push_back({s, {}});
  std::vector<std::size_t> shared(registry.sources.size());
  for (std::size_t r = 0; r < registry.records.size(); ++r) {
    const auto groups = name_groups(registry.records[r], comparisons.records[r], all);
    std::size_t named = 0;
    for (const NameGroup& group : groups) {
      for (const NameWriting& writing : group) named += writing.sources.size();
    }
    if (named < 2) continue;
    for (const NameGroup& group : groups) {
      const bool alone = group.size() == 1 && group[0].sources.size() == 1;
      for (const NameWriting& writing : group) {
        for (const std::size_t source : writing.sources) {
          ++shared[source];
          if (alone) found[source].records.push_back(r);
        }
      }
    }
  }
  std::erase_if(found, [&](const Vocabulary& own) {
    const std::size_t of = shared[own.source];
    return of < kFewestSharedKeys ||
           static_cast<double>(own.records.size()) < kNearlyEvery * static_cast<double>(of);
  });
  return found;
}

}  // namespace doccord
