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

// Places of what the rule found, in the order of the page of all discrepancies: gravest first.
std::vector<std::size_t> found_by(const Model& model, const Rule& rule) {
  const std::vector<Discrepancy>& all = model.results.discrepancies;
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].code == rule.code) numbers.push_back(i);
  }
  std::stable_sort(numbers.begin(), numbers.end(),
                   [&](std::size_t a, std::size_t b) { return all[a].level > all[b].level; });
  return numbers;
}

// That part of them which a page lists.
std::vector<std::size_t> listed_on(const std::vector<std::size_t>& numbers, std::size_t part) {
  const auto at = [&](std::size_t place) {
    return numbers.begin() + static_cast<std::ptrdiff_t>(std::min(place, numbers.size()));
  };
  return {at((part - 1) * kFoundOnPage), at(part * kFoundOnPage)};
}

// Ways to the pages before and after, and which of all there are is shown.
void set_sequence(const Page& page, const Rule& rule, std::size_t part, std::size_t found,
                  Value& value) {
  const std::size_t last = rule_list_pages(page.model, rule);
  const auto link = [&](std::size_t other) {
    return other < 1 || other > last ? std::string() : page.root + rule_list_path(rule.code, other);
  };
  const std::size_t first = (part - 1) * kFoundOnPage + 1;
  value.set("previous_part", link(part - 1))
      .set("next_part", link(part + 1))
      .set("last_part", part + 1 < last ? link(last) : std::string())
      .set("shown", found <= kFoundOnPage
                        ? std::string()
                        : std::to_string(first) + " to " +
                              std::to_string(std::min(found, part * kFoundOnPage)) + " of " +
                              std::to_string(found))
      .set("list_href", last > 1 || found <= kFoundOnPage
                            ? std::string()
                            : page.root + "discrepancies/index.html#" + std::string(rule.code));
}

}  // namespace

std::size_t rule_list_pages(const Model& model, const Rule& rule) {
  if (model.results.discrepancies.size() <= kMostOnOnePage) return 1;
  const std::size_t found = found_by(model, rule).size();
  return std::max<std::size_t>(1, (found + kFoundOnPage - 1) / kFoundOnPage);
}

Value rule_page(const Page& page, const Rule& rule) {
  const std::vector<std::size_t> numbers = found_by(page.model, rule);
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
      .set("finding_lines", finding_lines(page, listed_on(numbers, 1)));
  set_sequence(page, rule, 1, numbers.size(), value);
  return value;
}

Value rule_list_page(const Page& page, const Rule& rule, std::size_t part) {
  const std::vector<std::size_t> numbers = found_by(page.model, rule);
  const std::string title = std::string(rule.code) + " " + std::string(rule.name);
  Value value = page_value(
      page, title + ", list " + std::to_string(part) + " – " + page.frame.site_title, "rules");
  value.set("code", rule.code)
      .set("name", rule.name)
      .set("rule_href", page.root + rule_path(rule.code))
      .set("finding_lines", finding_lines(page, listed_on(numbers, part)));
  set_sequence(page, rule, part, numbers.size(), value);
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
