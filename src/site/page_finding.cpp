#include <string_view>
#include <utility>

#include "site/finding.h"
#include "site/markup.h"
#include "site/pages.h"

namespace doccord {
namespace {

std::string heading_of(const Discrepancy& discrepancy) {
  constexpr std::size_t kMostKeys = 3;
  std::string keys;
  for (std::size_t i = 0; i < discrepancy.keys.size() && i < kMostKeys; ++i) {
    keys += (i == 0 ? " at " : ", ") + discrepancy.keys[i];
  }
  if (discrepancy.keys.size() > kMostKeys) {
    keys += " and " + counted(discrepancy.keys.size() - kMostKeys, "more key", "more keys");
  }
  return discrepancy.name + keys;
}

Value neighbour_value(const Page& page, std::size_t number) {
  const Discrepancy& other = page.model.results.discrepancies[number];
  return Value().set("href", page.root + finding_path(other)).set("label", heading_of(other));
}

}  // namespace

Value finding_page(const Page& page, std::size_t number) {
  const std::vector<Discrepancy>& all = page.model.results.discrepancies;
  const Discrepancy& discrepancy = all[number];
  const std::string heading = heading_of(discrepancy);
  // Of very many, the page of all discrepancies does not list each.
  const std::string in_list =
      all.size() <= kMostOnOnePage ? finding_anchor(discrepancy) : discrepancy.code;
  Value value = page_value(page, heading + " – " + page.frame.site_title, "discrepancies");
  value.set("heading", heading)
      .set("rule_code", discrepancy.code)
      .set("list_href", page.root + "discrepancies/index.html#" + in_list)
      .set("rule_href", find_rule(discrepancy.code) == nullptr
                            ? std::string()
                            : page.root + rule_path(discrepancy.code))
      .set("finding", finding_value(page, discrepancy, FindingDetail::full));
  const Rule* rule = find_rule(discrepancy.code);
  const auto said = [&](std::string_view Rule::*part) {
    return rule == nullptr ? std::string_view() : rule->*part;
  };
  // On so many pages what the rule says would weigh more than what was found.
  const bool told_here = all.size() <= kMostOnOnePage;
  const auto told = [&](std::string_view Rule::*part) {
    return told_here ? markdown_blocks(said(part)) : Value(Value::List{});
  };
  value.set("summary", inline_runs(said(&Rule::summary)))
      .set("told_here", told_here)
      .set("why", told(&Rule::why))
      .set("mend", told(&Rule::mend))
      .set("accept", told(&Rule::accept))
      .set("previous", number > 0 ? neighbour_value(page, number - 1) : Value(false))
      .set("next", number + 1 < all.size() ? neighbour_value(page, number + 1) : Value(false));
  return value;
}

}  // namespace doccord
