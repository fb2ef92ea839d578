#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>
#include <utility>

#include "base/parallel.h"
#include "rules/identity.h"
#include "rules/levels.h"
#include "rules/rule.h"
#include "rules/shared_findings.h"
#include "text/key_order.h"
#include "text/utf8.h"

namespace doccord {
namespace {

constexpr std::array kRules = {
#define RULE(name) &rule_table::name,
#include "rules/rules.def"
#undef RULE
};

bool comes_before(const Discrepancy& a, const Discrepancy& b) {
  if (a.keys.empty() || b.keys.empty()) return b.keys.empty() && !a.keys.empty();
  if (a.keys.front() != b.keys.front()) return key_less(a.keys.front(), b.keys.front());
  return std::tie(a.code, a.sources, a.keys, a.field, a.distinction) <
         std::tie(b.code, b.sources, b.keys, b.field, b.distinction);
}

// Orders places instead of what stands there, as a discrepancy is large.
template <class Before>
void sort_stably(std::vector<Discrepancy>& all, Before before) {
  if (std::is_sorted(all.begin(), all.end(), before)) return;
  std::vector<Discrepancy*> order;
  order.reserve(all.size());
  for (Discrepancy& each : all) order.push_back(&each);
  std::stable_sort(order.begin(), order.end(),
                   [&](const Discrepancy* a, const Discrepancy* b) { return before(*a, *b); });
  std::vector<Discrepancy> sorted;
  sorted.reserve(all.size());
  for (Discrepancy* each : order) sorted.push_back(std::move(*each));
  all = std::move(sorted);
}

// A report points at the first place: that is one of a source at fault.
void lead_with_fault(Discrepancy& found) {
  const auto at_fault = [&](const Place& place) {
    return std::find(found.sources.begin(), found.sources.end(), place.source) !=
           found.sources.end();
  };
  const auto first = std::find_if(found.places.begin(), found.places.end(), at_fault);
  if (first != found.places.end()) std::rotate(found.places.begin(), first, first + 1);
}

}  // namespace

std::span<const Rule* const> all_rules() { return kRules; }

std::vector<std::string_view> rule_names() {
  std::vector<std::string_view> names;
  for (const Rule* rule : kRules) names.insert(names.end(), {rule->code, rule->name});
  return names;
}

const Rule* find_rule(std::string_view code_or_name) {
  const std::string wanted = fold_case(code_or_name);
  for (const Rule* rule : kRules) {
    if (fold_case(rule->code) == wanted || rule->name == wanted) return rule;
  }
  return nullptr;
}

void sort_discrepancies(std::vector<Discrepancy>& all) {
  sort_stably(all, [](const Discrepancy& a, const Discrepancy& b) {
    if (comes_before(a, b)) return true;
    return !comes_before(b, a) && a.id < b.id;
  });
}

std::vector<Discrepancy> run_rules(const RuleInput& given) {
  const SharedFindings shared = find_shared(given);
  const RuleInput input{given.sources, given.entry_sets, given.registry, given.comparisons,
                        &shared};
  std::array<std::vector<Discrepancy>, kRules.size()> by_rule;
  for_each_in_parallel(by_rule.size(), [&](std::size_t i) {
    const Rule& rule = *kRules[i];
    if (rule.check == nullptr) return;
    by_rule[i] = rule.check(input);
    for (Discrepancy& discrepancy : by_rule[i]) {
      discrepancy.code = rule.code;
      discrepancy.name = rule.name;
      lead_with_fault(discrepancy);
    }
  });
  std::vector<Discrepancy> all;
  for (auto& found : by_rule) std::move(found.begin(), found.end(), std::back_inserter(all));
  sort_stably(all, comes_before);
  give_ids(all, input.registry);
  apply_levels(all, input.sources.settings, input.registry);
  sort_discrepancies(all);
  return all;
}

}  // namespace doccord
