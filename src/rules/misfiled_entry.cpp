#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "rules/phrasing.h"
#include "rules/places.h"
#include "rules/rule.h"
#include "rules/shared_findings.h"

namespace doccord {
namespace {

// Misfiled texts of the same sources at successive keys, all out of place by the same distance:
// rows that slipped together.
using Run = std::vector<const Misfiled*>;

const std::vector<std::size_t>& sources_of(const Registry& registry, const Misfiled& misfiled) {
  return registry.records[misfiled.record].readings[misfiled.reading].sources;
}

// Whether no source that has `first` misfiled has a key of its own between the two.
bool are_neighbours(const Registry& registry, const Misfiled& first, const Misfiled& second) {
  for (std::size_t r = first.record + 1; r < second.record; ++r) {
    for (const std::size_t source : sources_of(registry, first)) {
      if (registry.records[r].has(source)) return false;
    }
  }
  const bool down = first.belongs < first.record;
  return sources_of(registry, first) == sources_of(registry, second) &&
         first.belongs < second.belongs && down == (second.belongs < second.record);
}

std::vector<Run> find_runs(const RuleInput& input) {
  std::vector<Run> runs;
  for (const Misfiled& misfiled : input.shared->misfiled) {
    const auto before = std::find_if(runs.begin(), runs.end(), [&](const Run& run) {
      return run.back()->record < misfiled.record &&
             are_neighbours(input.registry, *run.back(), misfiled);
    });
    if (before == runs.end()) {
      runs.push_back({&misfiled});
    } else {
      before->push_back(&misfiled);
    }
  }
  return runs;
}

void add_places(const RuleInput& input, const Misfiled& misfiled, Discrepancy& to) {
  const Record& here = input.registry.records[misfiled.record];
  const Record& there = input.registry.records[misfiled.belongs];
  const Reading& text = here.readings[misfiled.reading];
  const Reading& like = there.readings[misfiled.like];
  for (const std::size_t source : text.sources) {
    to.places.push_back(description_place(input, *here.find(source),
                                          fmt::format("stands at {}", quoted(here.key))));
  }
  for (const std::size_t source : like.sources) {
    to.places.push_back(description_place(input, *there.find(source),
                                          fmt::format("stands at {}", quoted(there.key))));
  }
  to.evidence.quotes.push_back({text.sources.front(), here.key, text.text});
  to.evidence.quotes.push_back({like.sources.front(), there.key, like.text});
}

// Whether two neighbouring characters of the one are swapped in the other.
bool is_transposed(std::string_view a, std::string_view b) {
  if (a.size() != b.size() || a == b) return false;
  const auto at = std::mismatch(a.begin(), a.end(), b.begin());
  const auto i = static_cast<std::size_t>(at.first - a.begin());
  return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] &&
         a.substr(i + 2) == b.substr(i + 2);
}

std::string message_of(const RuleInput& input, const Run& run, const Discrepancy& found) {
  const Registry& registry = input.registry;
  const Misfiled& first = *run.front();
  const Record& there = registry.records[first.belongs];
  if (run.size() > 1) {
    return fmt::format("the texts at {} in {} are those of {}: {} slipped together",
                       listed_keys(found.keys), listed_sources(registry, found.sources),
                       found.evidence.facts.front().second, counted(run.size(), "row"));
  }
  std::string message =
      fmt::format("the text at {} in {} is that of {} in {}", quoted(found.keys.front()),
                  listed_sources(registry, found.sources), quoted(there.key),
                  listed_sources(registry, there.readings[first.like].sources));
  if (is_transposed(found.keys.front(), there.key)) {
    message += ": two characters of the key are swapped";
  }
  return message;
}

Discrepancy discrepancy_of(const RuleInput& input, const Run& run) {
  Discrepancy found;
  found.level = rule_table::misfiled_entry.level;
  found.field = "description";
  found.sources = sources_of(input.registry, *run.front());
  std::vector<std::string> others;
  for (const Misfiled* misfiled : run) {
    found.keys.push_back(input.registry.records[misfiled->record].key);
    others.push_back(input.registry.records[misfiled->belongs].key);
    add_places(input, *misfiled, found);
  }
  found.evidence.facts.emplace_back(run.size() == 1 ? "other key" : "other keys",
                                    run.size() == 1 ? others.front() : listed_keys(others));
  found.message = message_of(input, run, found);
  return found;
}

std::vector<Discrepancy> check(const RuleInput& input) {
  std::vector<Discrepancy> all;
  for (const Run& run : find_runs(input)) all.push_back(discrepancy_of(input, run));
  return all;
}

}  // namespace

const Rule rule_table::misfiled_entry{
    .code = "DC104",
    .name = "misfiled-entry",
    .level = Level::error,
    .summary = "A text stands under another key than in the other sources",
    .what =
        R"(Looks for descriptions that have hardly a word in common with what the other sources say
about the same key, and are nearly word for word what another source says about a different key.
Short texts are left alone, since they are alike by chance. Rows of a table that slipped together
are one discrepancy, and where two digits of the key are swapped, it says so.)",
    .why = R"(A reader looks up one key and gets the meaning of another. It happens when rows of a
table slip, when an entry is copied as a pattern for the next one and its text stays, and when keys
are renumbered.)",
    .example =
        R"(    error[DC104/misfiled-entry]: the texts at `12`, `13` and `14` in `wiki` are those of `13`, `14`
    and `15`: 3 rows slipped together)",
    .mend =
        R"(Move the text to the key that it belongs to, and look at the neighbours: what slipped once
has often slipped for several rows.)",
    .accept = R"(Accept it when the two keys do mean the same in this document.)",
    .check = check};

}  // namespace doccord
