#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <vector>

#include "rules/authority.h"
#include "rules/phrasing.h"
#include "rules/places.h"
#include "rules/rule.h"
#include "rules/shared_findings.h"

namespace doccord {
namespace {

// What a misfiled entry says: where it stands, where it belongs, who has it here and who there.
using Statement =
    std::tuple<std::size_t, std::size_t, std::vector<std::size_t>, std::vector<std::size_t>>;
// In which runs it is said, ascending.
using SaidIn = std::map<Statement, std::vector<std::size_t>>;

SaidIn all_said(const std::vector<MisfiledRun>& runs) {
  SaidIn said;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    for (const Misfiled* one : runs[i]) {
      auto& places = said[{one->record, one->belongs, one->sources, one->others}];
      if (places.empty() || places.back() != i) places.push_back(i);
    }
  }
  return said;
}

// Where the same is said of the two from the other's side.
const std::vector<std::size_t>& opposites(const Misfiled& one, const SaidIn& said) {
  static const std::vector<std::size_t> kNone;
  const auto found = said.find({one.belongs, one.record, one.others, one.sources});
  return found == said.end() ? kNone : found->second;
}

// The runs that say the same of two sources as this one does, from the other's side: where two
// sources part and no third one has a say, either may be wrong.
std::vector<std::size_t> mirrors_of(const MisfiledRun& run, const SaidIn& said) {
  std::vector<std::size_t> mirrors = opposites(*run.front(), said);
  for (const Misfiled* one : run) {
    if (mirrors.empty()) break;
    const auto& here = opposites(*one, said);
    mirrors.erase(std::remove_if(mirrors.begin(), mirrors.end(),
                                 [&](std::size_t k) {
                                   return !std::binary_search(here.begin(), here.end(), k);
                                 }),
                  mirrors.end());
  }
  return mirrors;
}

bool blames_authority(const RuleInput& input, const MisfiledRun& run) {
  return has_authority(input, run.front()->sources);
}

// Which of two runs that mirror one another is given up: the one that blames an authority, the
// shorter one, or that which is out of place downwards.
std::size_t loser_of(const RuleInput& input, const std::vector<MisfiledRun>& runs, std::size_t i,
                     std::size_t k) {
  const bool blames = blames_authority(input, runs[i]);
  if (blames != blames_authority(input, runs[k])) return blames ? i : k;
  const bool upwards = runs[i].front()->record < runs[i].front()->belongs;
  const bool swapped = runs[i].front()->record == runs[k].front()->record;
  const bool even = runs[i].size() == runs[k].size();
  return even && (swapped ? i < k : upwards) ? k : i;
}

// One side of each pair of runs that mirror one another; `doubtful` tells which ones could be read
// the other way round.
std::vector<MisfiledRun> without_mirrored(const RuleInput& input, std::vector<MisfiledRun> runs,
                                          std::vector<bool>& doubtful) {
  std::vector<bool> dropped(runs.size(), false);
  std::vector<bool> mirrored(runs.size(), false);
  const SaidIn said = all_said(runs);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    for (const std::size_t k : mirrors_of(runs[i], said)) {
      if (i == k || dropped[i] || dropped[k]) continue;
      const std::size_t loser = loser_of(input, runs, i, k);
      dropped[loser] = true;
      mirrored[loser == i ? k : i] =
          blames_authority(input, runs[i]) == blames_authority(input, runs[k]);
    }
  }
  std::vector<MisfiledRun> kept;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (dropped[i]) continue;
    kept.push_back(std::move(runs[i]));
    doubtful.push_back(mirrored[i]);
  }
  return kept;
}

void add_place(const RuleInput& input, const Misfiled& misfiled, const Record& record,
               std::size_t source, Discrepancy& to) {
  const Claim& claim = *record.find(source);
  const std::string label = fmt::format("stands at {}", quoted(record.key));
  to.places.push_back(misfiled.evidence == Misfiled::Evidence::text
                          ? description_place(input, claim, label)
                          : entry_place(input, claim, label));
}

void add_places(const RuleInput& input, const Misfiled& misfiled, Discrepancy& to) {
  const Record& here = input.registry.records[misfiled.record];
  const Record& there = input.registry.records[misfiled.belongs];
  for (const std::size_t source : misfiled.sources) add_place(input, misfiled, here, source, to);
  for (const std::size_t source : misfiled.others) add_place(input, misfiled, there, source, to);
  const bool by_text = misfiled.evidence == Misfiled::Evidence::text;
  to.evidence.quotes.push_back({misfiled.sources.front(), here.key,
                                by_text ? here.readings[misfiled.reading].text : misfiled.name});
  to.evidence.quotes.push_back({misfiled.others.front(), there.key,
                                by_text
                                    ? there.readings[misfiled.like].text
                                    : there.find(misfiled.others.front())->entry.names.front()});
}

// What is out of place, as a word for one and for several.
std::string_view subject_of(const MisfiledRun& run) {
  const auto by = [&](Misfiled::Evidence evidence) {
    return std::all_of(run.begin(), run.end(),
                       [&](const Misfiled* one) { return one->evidence == evidence; });
  };
  if (by(Misfiled::Evidence::text)) return run.size() == 1 ? "text" : "texts";
  if (by(Misfiled::Evidence::name)) return run.size() == 1 ? "name" : "names";
  return "entries";
}

std::string message_of_one(const Registry& registry, const MisfiledRun& run,
                           const Discrepancy& found) {
  const Misfiled& only = *run.front();
  const std::string& here = registry.records[only.record].key;
  const std::string& there = registry.records[only.belongs].key;
  std::string message = fmt::format("the {} at {} in {} is that of {} in {}", subject_of(run),
                                    quoted(here), listed_sources(registry, found.sources),
                                    quoted(there), listed_sources(registry, only.others));
  if (is_transposed(here, there)) message += ": two characters of the key are swapped";
  return message;
}

std::string message_of(const Registry& registry, const MisfiledRun& run, const Discrepancy& found,
                       bool doubtful) {
  if (run.size() == 1 && !doubtful) return message_of_one(registry, run, found);
  const bool swap =
      run.size() == 2 && run[0]->belongs == run[1]->record && run[1]->belongs == run[0]->record;
  if (doubtful) {
    const bool one = run.size() == 1;
    return fmt::format("the {} at {} in {} {} of {} in {}: one of the two has {}", subject_of(run),
                       listed_keys(found.keys), listed_sources(registry, run.front()->sources),
                       one ? "is that" : "are those", found.evidence.facts.front().second,
                       listed_sources(registry, run.front()->others),
                       swap  ? "them swapped"
                       : one ? "it in the wrong place"
                             : "them in the wrong place");
  }
  return fmt::format(
      "the {} at {} in {} are those of {}: {}", subject_of(run), listed_keys(found.keys),
      listed_sources(registry, found.sources), found.evidence.facts.front().second,
      swap ? "the two are swapped" : counted(run.size(), "row") + " slipped together");
}

Discrepancy discrepancy_of(const RuleInput& input, const MisfiledRun& run, bool doubtful) {
  Discrepancy found;
  found.level = rule_table::misfiled_entry.level;
  found.sources = run.front()->sources;
  const bool named = run.front()->evidence == Misfiled::Evidence::name;
  found.field = named ? "name" : "description";
  if (doubtful) {
    found.sources.insert(found.sources.end(), run.front()->others.begin(),
                         run.front()->others.end());
    std::sort(found.sources.begin(), found.sources.end());
  }
  std::vector<std::string> others;
  for (const Misfiled* misfiled : run) {
    found.keys.push_back(input.registry.records[misfiled->record].key);
    others.push_back(input.registry.records[misfiled->belongs].key);
    add_places(input, *misfiled, found);
  }
  found.evidence.facts.emplace_back(run.size() == 1 ? "other key" : "other keys",
                                    listed_keys(others));
  found.message = message_of(input.registry, run, found, doubtful);
  return found;
}

std::vector<Discrepancy> check(const RuleInput& input) {
  std::vector<bool> doubtful;
  const std::vector<MisfiledRun> runs =
      without_mirrored(input, find_runs(input.registry, input.shared->misfiled), doubtful);
  std::vector<Discrepancy> all;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    all.push_back(discrepancy_of(input, runs[i], doubtful[i]));
  }
  return all;
}

}  // namespace

const Rule rule_table::misfiled_entry{
    .code = "DC104",
    .name = "misfiled-entry",
    .level = Level::error,
    .summary = "An entry stands under another key than in the other sources",
    .what =
        R"(Looks for descriptions that have hardly a word in common with what the other sources say
about the same key, and are nearly word for word what another source says about a different key.
Short texts are left alone, since they are alike by chance. An entry whose text does not tell is
known by its names: they are nothing like those that the others have for the key, and are those of
one other key. A key that no other source has counts as a wrong one where the right one is missing
and the text is the same, or two characters are swapped.

Rows of a table that slipped together are one discrepancy, and so are two entries that are swapped;
where two digits of the key are swapped, it says so. Of two sources that could each be wrong, the one
that is no authority is.)",
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
