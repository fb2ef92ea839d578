#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "compare/comparisons.h"
#include "extract/entry.h"
#include "load/source.h"
#include "reconcile/registry.h"
#include "rules/discrepancy.h"

namespace doccord {

// All that a rule may look at. The vectors are parallel to sources.sources.
struct RuleInput {
  const SourceSet& sources;
  const std::vector<EntrySet>& entry_sets;
  const Registry& registry;
  const Comparisons& comparisons;
  // What several rules build upon (rules/shared_findings.h). run_rules works it out; whoever calls
  // run_rules leaves it empty.
  const struct SharedFindings* shared = nullptr;
};

// One kind of discrepancy: how it is found, and its documentation, which `explain`, the reports and
// the website print. The texts are Markdown; `example` is a scenario of tests/specs.
struct Rule {
  std::string_view code;  // "DC101".
  std::string_view name;  // "missing-entry".
  Level level;            // Of its discrepancies, unless the rule says otherwise for one of them.
  std::string_view summary;  // What it says, in half a line.
  std::string_view what;     // What it looks for.
  std::string_view why;      // Why that matters.
  std::string_view example;
  std::string_view mend;    // How to mend it.
  std::string_view accept;  // When it may stand.
  // Finds them all. Fills everything but id, code and name, which the runner adds; the level too,
  // which is the rule's own unless a discrepancy is graver or lighter than usual. Null when a later
  // step finds them.
  std::vector<Discrepancy> (*check)(const RuleInput&);
};

namespace rule_table {
#define RULE(name) extern const Rule name;
#include "rules/rules.def"
#undef RULE
}  // namespace rule_table

// Every rule, by code.
std::span<const Rule* const> all_rules();

// Codes and names of all: what a rule may be called.
std::vector<std::string_view> rule_names();

// By code or name, in any letter case; null when there is none.
const Rule* find_rule(std::string_view code_or_name);

// By first key, then code, sources and id; those without a key come last.
void sort_discrepancies(std::vector<Discrepancy>& all);

// Runs every rule and gives ids; sorted by first key, then code, sources and id.
std::vector<Discrepancy> run_rules(const RuleInput& input);

}  // namespace doccord
