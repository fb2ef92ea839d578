#include <fmt/format.h>

#include <algorithm>

#include "rules/authority.h"
#include "rules/phrasing.h"
#include "rules/places.h"
#include "rules/rule.h"
#include "rules/shared_findings.h"

namespace doccord {
namespace {

void add_side(const RuleInput& input, const Record& record, const Reading& reading,
              const std::string& words, Discrepancy& to) {
  to.sources.insert(to.sources.end(), reading.sources.begin(), reading.sources.end());
  const std::size_t shown = std::min(reading.sources.size(), kMostPlacesOfSide);
  for (std::size_t i = 0; i < shown; ++i) {
    const std::size_t source = reading.sources[i];
    to.places.push_back(
        phrase_place(input, *record.find(source), words,
                     fmt::format("in {}", quoted(input.registry.sources[source].id))));
  }
  to.places_left_out += reading.sources.size() - shown;
  to.evidence.quotes.push_back({reading.sources.front(), record.key, words});
}

Discrepancy discrepancy_of(const RuleInput& input, const Record& record,
                           const Contradiction& contradiction) {
  const Reading& a = record.readings[contradiction.a];
  const Reading& b = record.readings[contradiction.b];
  Discrepancy found;
  found.level = rule_table::fact_conflict.level;
  found.keys = {record.key};
  found.field = "description";
  add_side(input, record, a, contradiction.a_words, found);
  add_side(input, record, b, contradiction.b_words, found);
  std::sort(found.sources.begin(), found.sources.end());
  found.distinction = to_string(contradiction.kind);
  found.message = fmt::format(
      "at {}, {} {} {}, and {} {} {}: {}", quoted(record.key),
      listed_sources(input.registry, a.sources), verb(a.sources.size(), "says", "say"),
      quoted(contradiction.a_words), listed_sources(input.registry, b.sources),
      verb(b.sources.size(), "says", "say"), quoted(contradiction.b_words), contradiction.reason);
  blame_by_authority(input, {a.sources, b.sources}, found);
  found.evidence.facts.emplace_back("fact", to_string(contradiction.kind));
  return found;
}

std::vector<Discrepancy> check(const RuleInput& input) {
  std::vector<Discrepancy> all;
  for (std::size_t i = 0; i < input.registry.records.size(); ++i) {
    for (const Contradiction& found : input.comparisons.records[i].contradictions) {
      // An entry in the wrong place is one finding already.
      if (is_misfiled(input.shared->misfiled, i, found.a) ||
          is_misfiled(input.shared->misfiled, i, found.b)) {
        continue;
      }
      all.push_back(discrepancy_of(input, input.registry.records[i], found));
    }
  }
  return all;
}

}  // namespace

const Rule rule_table::fact_conflict{
    .code = "DC306",
    .name = "fact-conflict",
    .level = Level::error,
    .summary = "Two sources state opposites about the same thing",
    .what =
        R"(Compares, clause by clause, texts that are not revisions of one another. It speaks up when
two clauses about the same thing exclude each other:

- one demands, permits or recommends what the other forbids or advises against (`must`, `must not`);
- one denies what the other says;
- both count the same thing, and the numbers differ. Units make no difference (`30 s`, `30000 ms`).

Who acts, the verb and nearly all words of the two clauses must agree, and neither may depend on a
condition. Where that cannot be told the rule is silent.)",
    .why = R"(Independent texts are read to check one against the other. Where they state opposites,
a reader of either is misled, and which one is wrong cannot be seen from one of them alone.)",
    .example =
        R"(    error[DC306/fact-conflict]: at `14`, `guide` says `A client must retry the request`, and
    `wiki` says `A client must not retry the request`: one states `obligation`, the other `prohibition`)",
    .mend =
        R"(Find out from the product or its specification which one holds, and correct the other.)",
    .accept =
        R"(Accept it when the two describe different versions, or different cases that their wording
leaves open.)",
    .check = check};

}  // namespace doccord
