#include <fmt/format.h>
#include <algorithm>
#include <optional>
#include <vector>

#include "load/scope.h"
#include "rules/authority.h"
#include "rules/phrasing.h"
#include "rules/places.h"
#include "rules/rule.h"

namespace doccord {
namespace {

// The entries of one source that come before and after a key; null when there is none.
struct Neighbours {
  const Claim* before = nullptr;
  const Claim* first = nullptr;  // The source's first one in the order of the keys.
};

// A key that does not stand there is pointed at through its neighbour: the entry after which it
// would come in order, or the source's first one.
Place neighbour_place(const RuleInput& input, std::size_t source, const Neighbours& neighbours,
                      const std::string& key) {
  if (neighbours.before != nullptr) {
    return entry_place(input, *neighbours.before,
                       fmt::format("{} would come after this", quoted(key)));
  }
  if (neighbours.first != nullptr) {
    return entry_place(input, *neighbours.first,
                       fmt::format("{} would come before this", quoted(key)));
  }
  return {source, key, {0, 0}, fmt::format("{} is not here", quoted(key))};
}

// A source that does not mean to cover the key says nothing by lacking it.
bool covers(const RuleInput& input, std::size_t source, const Record& record) {
  return in_scope(record.key, input.sources.sources[source].scope);
}

// How many sources have the key or ought to.
std::size_t concerned(const RuleInput& input, const Record& record) {
  const auto out_of_scope =
      std::count_if(record.missing.begin(), record.missing.end(),
                    [&](std::size_t source) { return !covers(input, source, record); });
  return input.registry.sources.size() - static_cast<std::size_t>(out_of_scope);
}

// Who has the key, and where: the same for every source that lacks it.
struct Holders {
  std::vector<std::size_t> sources;
  std::vector<Place> places;
};

Holders holders_of(const RuleInput& input, const Record& record) {
  Holders found;
  for (const Claim& claim : record.claims) {
    if (!found.sources.empty() && found.sources.back() == claim.source) continue;
    found.sources.push_back(claim.source);
    found.places.push_back(entry_place(input, claim, fmt::format("{} here", quoted(record.key))));
  }
  return found;
}

Discrepancy missing_in(const RuleInput& input, const Record& record, std::size_t source,
                       const Neighbours& neighbours, const Holders& holders) {
  const Registry& registry = input.registry;
  Discrepancy found;
  found.level = rule_table::missing_entry.level;
  found.keys = {record.key};
  found.field = "entry";
  found.sources = {source};
  found.places.reserve(holders.places.size() + 1);
  found.places.push_back(neighbour_place(input, source, neighbours, record.key));
  found.places.insert(found.places.end(), holders.places.begin(), holders.places.end());
  found.message =
      fmt::format("{} is missing in {}, but stands in {}", quoted(record.key),
                  quoted(registry.sources[source].id), listed_sources(registry, holders.sources));
  blame_by_authority(input, {holders.sources, {source}}, found);
  found.evidence.facts.emplace_back(
      "present in",
      fmt::format("{} of {}", holders.sources.size(), counted(concerned(input, record), "source")));
  return found;
}

// What an authority has, its readers look for in every document.
bool authority_has(const RuleInput& input, const Record& record) {
  return std::any_of(record.claims.begin(), record.claims.end(), [&](const Claim& claim) {
    return input.sources.sources[claim.source].authority;
  });
}

std::vector<Discrepancy> check(const RuleInput& input) {
  std::vector<Discrepancy> all;
  const std::size_t count = input.registry.sources.size();
  std::vector<Neighbours> neighbours(count);
  for (const Record& record : input.registry.records) {
    for (const Claim& claim : record.claims) {
      if (neighbours[claim.source].first == nullptr) neighbours[claim.source].first = &claim;
    }
  }
  for (const Record& record : input.registry.records) {
    const bool expected = (count - record.missing.size()) * 2 > concerned(input, record) ||
                          authority_has(input, record);
    std::optional<Holders> holders;
    for (const std::size_t source : record.missing) {
      if (!expected || !covers(input, source, record)) continue;
      if (!holders) holders = holders_of(input, record);
      all.push_back(missing_in(input, record, source, neighbours[source], *holders));
    }
    for (const Claim& claim : record.claims) neighbours[claim.source].before = &claim;
  }
  return all;
}

}  // namespace

const Rule rule_table::missing_entry{
    .code = "DC101",
    .name = "missing-entry",
    .level = Level::warning,
    .summary = "A key that most sources or the authority have is absent here",
    .what =
        R"(Looks at every key that more than half of all sources, or an authority, have an entry for, and
names each source that has none. There is one discrepancy for each key and source. A source whose `scope` leaves
the key out is not counted.

The place it points at is the entry after which the missing one would come, in the order of the
keys.)",
    .why =
        R"(A reader who looks a key up in this document finds nothing and may conclude that there is
no such key. Often the entry was forgotten when the document was revised, or lost when it was
converted from another format.)",
    .example =
        R"(Three manuals list error codes. Two of them have `E17`, the third goes from `E16` to
`E18`:

    warning[DC101/missing-entry]: `E17` is missing in `handbook`, but stands in `guide` and `wiki`)",
    .mend =
        R"(Add the entry. If the key does stand in the document, in a form that was not recognised,
run `doccord extract` on it to see what was taken from it.)",
    .accept = R"(Accept it when the document leaves the key out on purpose, because it is older than
the key or covers only a part of the field. When that concerns many keys, say so once with `scope`
in the configuration.)",
    .check = check};

}  // namespace doccord
