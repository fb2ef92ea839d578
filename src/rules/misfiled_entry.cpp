#include <fmt/format.h>

#include "rules/phrasing.h"
#include "rules/places.h"
#include "rules/rule.h"
#include "rules/shared_findings.h"

namespace doccord {
namespace {

Discrepancy discrepancy_of(const RuleInput& input, const Misfiled& misfiled) {
  const Registry& registry = input.registry;
  const Record& here = registry.records[misfiled.record];
  const Record& there = registry.records[misfiled.belongs];
  const Reading& text = here.readings[misfiled.reading];
  const Reading& like = there.readings[misfiled.like];
  Discrepancy found;
  found.level = rule_table::misfiled_entry.level;
  found.keys = {here.key};
  found.field = "description";
  found.sources = text.sources;
  for (const std::size_t source : text.sources) {
    found.places.push_back(description_place(input, *here.find(source),
                                             fmt::format("stands at {}", quoted(here.key))));
  }
  for (const std::size_t source : like.sources) {
    found.places.push_back(description_place(input, *there.find(source),
                                             fmt::format("stands at {}", quoted(there.key))));
  }
  found.message = fmt::format("the text at {} in {} is that of {} in {}", quoted(here.key),
                              listed_sources(registry, text.sources), quoted(there.key),
                              listed_sources(registry, like.sources));
  found.evidence.quotes.push_back({text.sources.front(), here.key, text.text});
  found.evidence.quotes.push_back({like.sources.front(), there.key, like.text});
  found.evidence.facts.emplace_back("other key", there.key);
  return found;
}

std::vector<Discrepancy> check(const RuleInput& input) {
  std::vector<Discrepancy> all;
  for (const Misfiled& misfiled : input.shared->misfiled) {
    all.push_back(discrepancy_of(input, misfiled));
  }
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
Short texts are left alone, since they are alike by chance.)",
    .why = R"(A reader looks up one key and gets the meaning of another. It happens when rows of a
table slip, when an entry is copied as a pattern for the next one and its text stays, and when keys
are renumbered.)",
    .example =
        R"(    error[DC104/misfiled-entry]: the text at `E17` in `wiki` is that of `E18` in `guide`)",
    .mend =
        R"(Move the text to the key that it belongs to, and look at the neighbours: what slipped once
has often slipped for several rows.)",
    .accept = R"(Accept it when the two keys do mean the same in this document.)",
    .check = check};

}  // namespace doccord
