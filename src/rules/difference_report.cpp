#include "rules/difference_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <unordered_map>

#include "base/parallel.h"
#include "rules/authority.h"
#include "rules/phrasing.h"
#include "rules/places.h"
#include "rules/shared_findings.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr std::size_t kMostQuoted = 3;  // Edits that a message spells out.

using Sources = std::vector<std::size_t>;

Sources united(const Sources& a, const Sources& b) {
  Sources all;
  all.reserve(a.size() + b.size());
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all));
  return all;
}

// All sources on the one side of a difference, and on the other.
struct Sides {
  Sources a;
  Sources b;
};

Sides sides_of(const Difference& difference) {
  Sides all;
  for (const TextChange& change : difference.changes) {
    all.a = united(all.a, change.a_sources);
    all.b = united(all.b, change.b_sources);
  }
  return all;
}

// "`cannot` for `refuses to`", "without `currently`": an edit as one side sees it.
std::string briefly(const Edit& edit) {
  if (edit.a.empty()) return fmt::format("without {}", quoted(edit.b));
  if (edit.b.empty()) return fmt::format("with {} added", quoted(edit.a));
  return fmt::format("{} for {}", quoted(edit.a), quoted(edit.b));
}

// Who differs from whom in more than one edit.
std::string several_edits(const std::string& a, std::size_t a_count, const std::string& b,
                          std::span<const TextChange> edits) {
  const std::string_view differs = verb(a_count, "differs", "differ");
  if (edits.size() > kMostQuoted) {
    return fmt::format("{} {} from {} in {}", a, differs, b, counted(edits.size(), "place"));
  }
  std::vector<std::string> items;
  for (const TextChange& change : edits) items.push_back(briefly(change.edit));
  return fmt::format("{} {} from {}: {}", a, differs, b, fmt::join(items, ", "));
}

// A miswritten word of the first side. Who has the key twice, once right, needs no telling of both.
std::string slip_sentence(const Registry& registry, const std::vector<std::size_t>& wrong,
                          std::vector<std::size_t> right, const Edit& edit) {
  const auto is_wrong = [&](std::size_t source) {
    return std::find(wrong.begin(), wrong.end(), source) != wrong.end();
  };
  if (!std::all_of(right.begin(), right.end(), is_wrong)) std::erase_if(right, is_wrong);
  const std::string a = listed_sources(registry, wrong);
  const std::string b = listed_sources(registry, right);
  if (edit.b.empty()) {
    return fmt::format("{} {} {} once too often; not so {}", a, verb(wrong.size(), "has", "have"),
                       quoted(edit.a), b);
  }
  return fmt::format("{} is miswritten in {}; {} {} {}", quoted(edit.a), a, b,
                     verb(right.size(), "has", "have"), quoted(edit.b));
}

// What the difference consists of; the sides' sources are named here.
std::string sentence(const Registry& registry, const Difference& difference, const Sides& sides,
                     std::span<const TextChange> edits) {
  const auto& [a_sources, b_sources] = sides;
  const std::string a = listed_sources(registry, a_sources);
  const std::string b = listed_sources(registry, b_sources);
  const std::string_view a_has = verb(a_sources.size(), "has", "have");
  const std::string_view b_has = verb(b_sources.size(), "has", "have");
  if (difference.replaced) return fmt::format("{} {} another text than {}", a, a_has, b);
  if (edits.size() > 1) return several_edits(a, a_sources.size(), b, edits);
  const Edit& edit = edits.front().edit;
  if (difference.letter_case) {
    return fmt::format("{} {} from {} in letter case, as in {}", a,
                       verb(a_sources.size(), "differs", "differ"), b, briefly(edit));
  }
  if (edit.a.empty() && edit.b.empty()) {
    return fmt::format("{} {} from {} in white space", a,
                       verb(a_sources.size(), "differs", "differ"), b);
  }
  if (difference.a_at_fault) return slip_sentence(registry, a_sources, b_sources, edit);
  if (edit.a.empty()) {
    return fmt::format("{} {} out {}, which {} {}", a, verb(a_sources.size(), "leaves", "leave"),
                       quoted(edit.b), b, b_has);
  }
  if (edit.b.empty()) {
    return fmt::format("{} {} {}, which {} {} not have", a, verb(a_sources.size(), "adds", "add"),
                       quoted(edit.a), b, verb(b_sources.size(), "does", "do"));
  }
  return fmt::format("{} {} {} where {} {} {}", a, a_has, quoted(edit.a), b, b_has, quoted(edit.b));
}

std::string message(const Registry& registry, const Difference& difference, const Sides& sides,
                    const std::vector<std::string>& keys) {
  const std::span<const TextChange> all(difference.changes);
  const auto edits = difference.systematic ? all.first(1) : all;
  return fmt::format("at {}, {}", listed_keys(keys), sentence(registry, difference, sides, edits));
}

// The entries that differences at some keys point into: each of the differences shows all sources.
class Entries {
 public:
  explicit Entries(const RuleInput& input) : input_(input) {}

  struct Known {
    EntryPlaces places;
    std::string label;  // "in `guide`"
  };

  Known& of(const Claim& claim) {
    const auto found = all_.find(&claim);
    if (found != all_.end()) return found->second;
    const std::string& id = input_.registry.sources[claim.source].id;
    return all_.emplace(&claim, Known{EntryPlaces(input_, claim), fmt::format("in {}", quoted(id))})
        .first->second;
  }

 private:
  const RuleInput& input_;
  std::unordered_map<const Claim*, Known> all_;
};

// One source on one side of a change.
struct Stand {
  const TextChange* change = nullptr;
  std::size_t source = 0;
  bool a_side = false;
};

// Where the source has its side of the change.
Place place_of(const RuleInput& input, Entries& entries, const Stand& stand) {
  const auto& [change, source, a_side] = stand;
  const std::string& words = a_side ? change->edit.a : change->edit.b;
  const std::string& others = a_side ? change->edit.b : change->edit.a;
  const Claim& claim = *input.registry.records[change->record].find(source);
  const bool gap = a_side ? change->spans.a_gap : change->spans.b_gap;
  Entries::Known& entry = entries.of(claim);
  std::string label = words.empty() ? fmt::format("without {}", quoted(others)) : entry.label;
  if (claim.reading == (a_side ? change->a_reading : change->b_reading)) {
    return entry.places.part(a_side ? change->spans.a : change->spans.b, std::move(label));
  }
  if (gap || words.empty()) return entry.places.description(std::move(label));
  return entry.places.phrase(words, std::move(label));
}

// One of each side first, then the smaller side's at the other keys, then all the rest: a report
// that has room for some shows the first.
struct Stands {
  std::vector<Stand> shown;
  std::size_t left_out = 0;
};

Stands stands_of(const Difference& difference) {
  Stands all;
  std::vector<Stand> rest;
  for (const TextChange& change : difference.changes) {
    for (const bool a_side : {true, false}) {
      const Sources& sources = a_side ? change.a_sources : change.b_sources;
      const std::size_t shown = std::min(sources.size(), kMostPlacesOfSide);
      all.left_out += sources.size() - shown;
      for (std::size_t i = 0; i < shown; ++i) {
        const bool leads = i == 0 && (a_side || all.shown.size() == 1);
        (leads ? all.shown : rest).push_back({&change, sources[i], a_side});
      }
    }
  }
  all.shown.insert(all.shown.end(), rest.begin(), rest.end());
  return all;
}

void add_places(const RuleInput& input, Entries& entries, const Difference& difference,
                Discrepancy& found) {
  const Stands stands = stands_of(difference);
  found.places.reserve(stands.shown.size());
  for (const Stand& stand : stands.shown) found.places.push_back(place_of(input, entries, stand));
  found.places_left_out = stands.left_out;
}

std::vector<std::string> keys_of(const Registry& registry, const Difference& difference) {
  std::vector<std::string> keys;
  for (const TextChange& change : difference.changes) {
    const std::string& key = registry.records[change.record].key;
    if (keys.empty() || keys.back() != key) keys.push_back(key);
  }
  return keys;
}

Evidence evidence_of(const RuleInput& input, const Difference& difference) {
  Evidence evidence;
  evidence.kind = difference.kind;
  for (const TextChange& change : difference.changes) {
    const Record& record = input.registry.records[change.record];
    Edit edit = change.edit;
    std::swap(edit.a, edit.b);  // From what more sources say to what fewer do.
    if (!difference.replaced) evidence.edits.push_back(std::move(edit));
    if (&change != &difference.changes.front() && !difference.systematic) continue;
    const std::size_t b = change.b_reading;
    const std::size_t a = change.a_reading;
    evidence.quotes.push_back(
        {record.readings[b].sources.front(), record.key, record.readings[b].text});
    evidence.quotes.push_back(
        {record.readings[a].sources.front(), record.key, record.readings[a].text});
  }
  return evidence;
}

// Two differences may concern the same sources at the same keys: what tells them apart is the
// replacement, or who stands on the smaller side.
std::string distinction_of(const Registry& registry, const Difference& difference,
                           const Sources& smaller) {
  if (difference.systematic) return difference.replacement;
  std::vector<std::string> ids;
  for (const std::size_t source : smaller) ids.push_back(registry.sources[source].id);
  std::sort(ids.begin(), ids.end());
  return fmt::format("{}", fmt::join(ids, "\n"));
}

Discrepancy discrepancy_of(const RuleInput& input, Entries& entries, const Difference& difference,
                           Level level) {
  Discrepancy found;
  found.level = level;
  found.keys = keys_of(input.registry, difference);
  found.field = "description";
  const Sides sides = sides_of(difference);
  found.sources = difference.a_at_fault ? sides.a : united(sides.a, sides.b);
  found.message = message(input.registry, difference, sides, found.keys);
  blame_by_authority(input, {sides.a, sides.b}, found);
  add_places(input, entries, difference, found);
  found.evidence = evidence_of(input, difference);
  found.distinction = distinction_of(input.registry, difference, sides.a);
  return found;
}

// The differences of one kind, those at one key together: they point into the same entries.
std::vector<std::vector<const Difference*>> by_record(const std::vector<Difference>& differences,
                                                      Kind kind) {
  std::vector<std::vector<const Difference*>> groups;
  for (const Difference& difference : differences) {
    if (difference.kind != kind) continue;
    const bool together = !groups.empty() && groups.back().front()->changes.back().record ==
                                                 difference.changes.front().record;
    if (!together) groups.emplace_back();
    groups.back().push_back(&difference);
  }
  return groups;
}

}  // namespace

std::vector<Discrepancy> report_differences(const RuleInput& input, Kind kind, Level level) {
  const auto groups = by_record(input.shared->differences, kind);
  std::vector<std::vector<Discrepancy>> reported(groups.size());
  for_each_in_parallel(groups.size(), [&](std::size_t i) {
    Entries entries(input);
    for (const Difference* difference : groups[i]) {
      reported[i].push_back(discrepancy_of(input, entries, *difference, level));
    }
  });
  std::vector<Discrepancy> all;
  for (auto& group : reported) std::move(group.begin(), group.end(), std::back_inserter(all));
  return all;
}

}  // namespace doccord
