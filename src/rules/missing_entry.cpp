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
  std::vector<Place> places;  // Of the first ones.
};

Holders holders_of(const RuleInput& input, const Record& record) {
  Holders found;
  for (const Claim& claim : record.claims) {
    if (!found.sources.empty() && found.sources.back() == claim.source) continue;
    found.sources.push_back(claim.source);
    if (found.places.size() == kMostPlacesOfSide) continue;
    found.places.push_back(entry_place(input, claim, fmt::format("{} here", quoted(record.key))));
  }
  return found;
}

// Keys that follow one another and that one source lacks: one cause, such as an age or a scope.
struct Gap {
  std::size_t source = 0;
  std::vector<std::size_t> records;
  Neighbours neighbours;  // Of the first of them.
};

constexpr std::size_t kShortestRun = 3;  // Keys of a gap that is one discrepancy.

// Works out who has a record's key once for all who lack it.
class KnownHolders {
 public:
  explicit KnownHolders(const RuleInput& input)
      : input_(input), holders_(input.registry.records.size()) {}

  const Holders& of(std::size_t record) {
    if (!holders_[record]) holders_[record] = holders_of(input_, input_.registry.records[record]);
    return *holders_[record];
  }

 private:
  const RuleInput& input_;
  std::vector<std::optional<Holders>> holders_;  // By record.
};

Discrepancy missing_in(const RuleInput& input, std::size_t source, const Neighbours& neighbours,
                       const std::string& first_key) {
  Discrepancy found;
  found.level = rule_table::missing_entry.level;
  found.field = "entry";
  found.sources = {source};
  found.places.push_back(neighbour_place(input, source, neighbours, first_key));
  return found;
}

Discrepancy missing_key(const RuleInput& input, const Gap& gap, std::size_t r,
                        const Holders& holders) {
  const Registry& registry = input.registry;
  const Record& record = registry.records[r];
  Discrepancy found = missing_in(input, gap.source, gap.neighbours, record.key);
  found.keys = {record.key};
  found.places.insert(found.places.end(), holders.places.begin(), holders.places.end());
  found.places_left_out = holders.sources.size() - holders.places.size();
  found.message = fmt::format("{} is missing in {}, but stands in {}", quoted(record.key),
                              quoted(registry.sources[gap.source].id),
                              listed_sources(registry, holders.sources));
  blame_by_authority(input, {holders.sources, {gap.source}}, found);
  found.evidence.facts.emplace_back(
      "present in",
      fmt::format("{} of {}", holders.sources.size(), counted(concerned(input, record), "source")));
  return found;
}

// One place for each key tells the reader enough: who has which is on the keys' own pages.
Discrepancy missing_run(const RuleInput& input, const Gap& gap, KnownHolders& holders) {
  const Registry& registry = input.registry;
  const std::vector<Record>& records = registry.records;
  Discrepancy found =
      missing_in(input, gap.source, gap.neighbours, records[gap.records.front()].key);
  std::vector<std::size_t> everywhere = holders.of(gap.records.front()).sources;
  std::size_t fewest = registry.sources.size();
  for (const std::size_t r : gap.records) {
    const Holders& here = holders.of(r);
    found.keys.push_back(records[r].key);
    found.places.push_back(here.places.front());
    std::erase_if(everywhere, [&](std::size_t source) {
      return !std::binary_search(here.sources.begin(), here.sources.end(), source);
    });
    fewest = std::min(fewest, here.sources.size());
  }
  found.message = fmt::format(
      "{} are missing in {}, but {}", listed_keys(found.keys),
      quoted(registry.sources[gap.source].id),
      everywhere.empty() ? "others have them"
                         : fmt::format("stand in {}", listed_sources(registry, everywhere)));
  blame_by_authority(input, {everywhere, {gap.source}}, found);
  found.evidence.facts.emplace_back(
      "present in",
      fmt::format("{} or more of {}", fewest, counted(registry.sources.size(), "source")));
  return found;
}

// What an authority has, its readers look for in every document.
bool authority_has(const RuleInput& input, const Record& record) {
  return std::any_of(record.claims.begin(), record.claims.end(), [&](const Claim& claim) {
    return input.sources.sources[claim.source].authority;
  });
}

// Finds the gaps of all sources, in one walk through the records.
class Gaps {
 public:
  explicit Gaps(const RuleInput& input)
      : input_(input), holders_(input), open_(input.registry.sources.size()) {}

  std::vector<Discrepancy> find() {
    const std::vector<Record>& records = input_.registry.records;
    std::vector<Neighbours> neighbours(open_.size());
    for (const Record& record : records) {
      for (const Claim& claim : record.claims) {
        if (neighbours[claim.source].first == nullptr) neighbours[claim.source].first = &claim;
      }
    }
    for (std::size_t r = 0; r < records.size(); ++r) {
      if (is_expected(records[r])) {
        for (const std::size_t source : records[r].missing) {
          if (!covers(input_, source, records[r])) continue;
          Gap& gap = open_[source];
          if (gap.records.empty()) gap = {source, {}, neighbours[source]};
          gap.records.push_back(r);
        }
      }
      for (const Claim& claim : records[r].claims) {
        close(open_[claim.source]);
        neighbours[claim.source].before = &claim;
      }
    }
    for (Gap& gap : open_) close(gap);
    return std::move(found_);
  }

 private:
  bool is_expected(const Record& record) const {
    const std::size_t having = open_.size() - record.missing.size();
    return having * 2 > concerned(input_, record) || authority_has(input_, record);
  }

  void close(Gap& gap) {
    if (gap.records.size() >= kShortestRun) {
      found_.push_back(missing_run(input_, gap, holders_));
    } else {
      for (const std::size_t r : gap.records) {
        found_.push_back(missing_key(input_, gap, r, holders_.of(r)));
      }
    }
    gap.records.clear();
  }

  const RuleInput& input_;
  KnownHolders holders_;
  std::vector<Gap> open_;  // By source; one that does not lack the record before has none.
  std::vector<Discrepancy> found_;
};

std::vector<Discrepancy> check(const RuleInput& input) { return Gaps(input).find(); }

}  // namespace

const Rule rule_table::missing_entry{
    .code = "DC101",
    .name = "missing-entry",
    .level = Level::warning,
    .summary = "A key that most sources or the authority have is absent here",
    .what =
        R"(Looks at every key that more than half of all sources, or an authority, have an entry for, and
names each source that has none. There is one discrepancy for each key and source; three or more such keys
that follow one another are one, since they are missing for one reason. A source whose `scope` leaves
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
