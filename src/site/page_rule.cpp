#include <algorithm>

#include "site/finding.h"
#include "site/markup.h"
#include "site/pages.h"

namespace doccord {
namespace {

// Every rule, with how often it was found here.
Value rules_value(const Page& page) {
  Value::List list;
  for (const Rule* rule : all_rules()) {
    const auto& all = page.model.results.discrepancies;
    const auto found = static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [&](const Discrepancy& each) { return each.code == rule->code; }));
    list.push_back(Value()
                       .set("found", found == 0 ? "" : std::to_string(found))
                       .set("usual_level", to_string(rule->level))
                       .set("code", rule->code)
                       .set("name", rule->name)
                       .set("summary", inline_runs(rule->summary))
                       .set("href", page.root + rule_path(rule->code)));
  }
  return list;
}

}  // namespace

Value rule_page(const Page& page, const Rule& rule) {
  const std::vector<Discrepancy>& all = page.model.results.discrepancies;
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].code == rule.code) numbers.push_back(i);
  }
  const std::string code(rule.code);
  Value value = page_value(
      page, code + " " + std::string(rule.name) + " – " + page.frame.site_title, "rules");
  value.set("code", code)
      .set("name", rule.name)
      .set("level", to_string(rule.level))
      .set("summary", inline_runs(rule.summary))
      .set("what", markdown_blocks(rule.what))
      .set("why", markdown_blocks(rule.why))
      .set("example", markdown_blocks(rule.example))
      .set("mend", markdown_blocks(rule.mend))
      .set("accept", markdown_blocks(rule.accept))
      .set("findings_any", !numbers.empty())
      .set("finding_lines", finding_lines(page, numbers));
  return value;
}

Value rules_page(const Page& page) {
  Value value = page_value(page, "Rules – " + page.frame.site_title, "rules");
  value.set("rules", rules_value(page));
  return value;
}

Value not_found_page(const Page& page) {
  return page_value(page, "Page not found – " + page.frame.site_title, "");
}

}  // namespace doccord
