#include <algorithm>
#include <map>

#include "site/finding.h"
#include "site/pages.h"

namespace doccord {
namespace {

constexpr std::size_t kMostInFull = 100;  // On one page; of more, each has its texts on its own.

// The discrepancies of one rule.
struct RuleGroup {
  std::string code;
  std::string name;
  Level gravest = Level::note;
  std::vector<const Discrepancy*> findings;
};

// Gravest rules first, then by code; within a rule the gravest first, otherwise as they come.
std::vector<RuleGroup> by_rule(const std::vector<Discrepancy>& discrepancies) {
  std::map<std::string, RuleGroup> groups;
  for (const Discrepancy& discrepancy : discrepancies) {
    RuleGroup& group = groups[discrepancy.code];
    group.code = discrepancy.code;
    group.name = discrepancy.name;
    group.gravest = std::max(group.gravest, discrepancy.level);
    group.findings.push_back(&discrepancy);
  }
  std::vector<RuleGroup> sorted;
  for (auto& [code, group] : groups) sorted.push_back(std::move(group));
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const RuleGroup& a, const RuleGroup& b) { return a.gravest > b.gravest; });
  for (RuleGroup& group : sorted) {
    std::stable_sort(
        group.findings.begin(), group.findings.end(),
        [](const Discrepancy* a, const Discrepancy* b) { return a->level > b->level; });
  }
  return sorted;
}

Value group_value(const Page& page, const RuleGroup& group, FindingDetail detail) {
  const bool all = page.model.results.discrepancies.size() <= kMostOnOnePage;
  const std::size_t shown =
      all ? group.findings.size() : std::min(kFoundOnPage, group.findings.size());
  Value::List findings;
  for (std::size_t i = 0; i < shown; ++i) {
    findings.push_back(finding_value(page, *group.findings[i], detail));
  }
  const std::size_t others = group.findings.size() - shown;
  const Rule* rule = find_rule(group.code);
  return Value()
      .set("code", group.code)
      .set("name", group.name)
      .set("summary", rule == nullptr ? std::string_view() : rule->summary)
      .set("rule_href", rule == nullptr ? std::string() : page.root + rule_path(group.code))
      .set("gravest", to_string(group.gravest))
      .set("counts", level_counts(group.findings))
      .set("others", others == 0 ? "" : counted(others, "other one", "others"))
      .set("others_href", others == 0 || rule == nullptr
                              ? std::string()
                              : page.root + rule_list_path(group.code, 2) + "#found")
      .set("findings", std::move(findings));
}

}  // namespace

Value discrepancies_page(const Page& page) {
  const std::vector<Discrepancy>& all = page.model.results.discrepancies;
  std::vector<const Discrepancy*> pointers;
  for (const Discrepancy& discrepancy : all) pointers.push_back(&discrepancy);
  // Of many, each in full would make a page that no browser likes.
  const auto detail = all.size() > kMostInFull ? FindingDetail::brief : FindingDetail::listed;
  Value::List rules;
  for (const RuleGroup& group : by_rule(all)) rules.push_back(group_value(page, group, detail));
  Value value = page_value(page, "Discrepancies – " + page.frame.site_title, "discrepancies");
  value.set("total", counted(all.size(), "discrepancy", "discrepancies"))
      .set("counts", level_counts(pointers))
      .set("any", !all.empty())
      .set("rules", std::move(rules));
  return value;
}

}  // namespace doccord
