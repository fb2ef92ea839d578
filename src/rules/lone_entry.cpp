#include <fmt/format.h>

#include <algorithm>

#include "rules/phrasing.h"
#include "rules/places.h"
#include "rules/rule.h"
#include "rules/shared_findings.h"

namespace doccord {
namespace {

Discrepancy lone(const RuleInput& input, const Record& record) {
  const Registry& registry = input.registry;
  Discrepancy found;
  found.level = rule_table::lone_entry.level;
  found.keys = {record.key};
  found.field = "entry";
  for (const Claim& claim : record.claims) {
    if (!found.sources.empty() && found.sources.back() == claim.source) continue;
    found.sources.push_back(claim.source);
    found.places.push_back(entry_place(input, claim, fmt::format("{} here", quoted(record.key))));
  }
  found.message = fmt::format("{} stands in {} only", quoted(record.key),
                              listed_sources(registry, found.sources));
  found.evidence.facts.emplace_back(
      "present in",
      fmt::format("{} of {}", found.sources.size(), counted(registry.sources.size(), "source")));
  return found;
}

std::vector<Discrepancy> check(const RuleInput& input) {
  std::vector<Discrepancy> all;
  const std::size_t count = input.registry.sources.size();
  for (std::size_t r = 0; r < input.registry.records.size(); ++r) {
    const Record& record = input.registry.records[r];
    const std::size_t having = count - record.missing.size();
    if (record.missing.empty() || having * 2 > count) continue;
    // Of what an authority has and others lack, DC101 tells.
    if (std::any_of(record.claims.begin(), record.claims.end(), [&](const Claim& claim) {
          return input.sources.sources[claim.source].authority;
        })) {
      continue;
    }
    // Of an entry that belongs to another key, DC104 tells.
    const auto misfiled = misfiled_sources(input, input.shared->misfiled, r);
    if (std::all_of(record.claims.begin(), record.claims.end(),
                    [&](const Claim& claim) { return misfiled[claim.source]; })) {
      continue;
    }
    all.push_back(lone(input, record));
  }
  return all;
}

}  // namespace

const Rule rule_table::lone_entry{
    .code = "DC102",
    .name = "lone-entry",
    .level = Level::note,
    .summary = "A key that few sources have",
    .what =
        R"(Looks for keys that at most half of the sources have an entry for, and names the sources
that do. There is one discrepancy for each key.)",
    .why = R"(The key may be new, special to one product, or withdrawn, and then all is well. It may
also be a slip of the pen (`431` for `413`), an entry of a list that does not belong here, or the
first sign that the other documents are out of date. Which of these it is takes a person to say, so
this is a note.)",
    .example = R"(Four documents list status codes, and one of them has a key of its own:

    note[DC102/lone-entry]: `E99` stands in `gateway` only)",
    .mend =
        R"(When the key is miswritten, correct it. When the others are out of date, add the entry to
them.)",
    .accept =
        R"(Accept it when the key is an extension of that one document's product, or newer than
the other documents.)",
    .check = check};

}  // namespace doccord
