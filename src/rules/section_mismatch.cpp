#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "rules/phrasing.h"
#include "rules/places.h"
#include "rules/rule.h"
#include "rules/section_range.h"

namespace doccord {
namespace {

bool holds(const std::vector<SectionRange>& ranges, const Entry& entry) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const SectionRange& range) { return range.holds(entry.key); });
}

// All that stands in one section and does not belong there: most often one heading was lost or
// put too late.
Discrepancy discrepancy_of(const RuleInput& input, std::size_t source,
                           const std::vector<const Entry*>& outside,
                           const std::vector<SectionRange>& ranges) {
  Discrepancy found;
  found.level = rule_table::section_mismatch.level;
  found.field = "section";
  found.sources = {source};
  std::vector<std::string> classes;
  for (const SectionRange& range : ranges) classes.push_back(quoted(range.text));
  for (const Entry* entry : outside) {
    found.keys.push_back(entry->key);
    found.places.push_back(
        entry_place(input, {source, *entry}, fmt::format("not within {}", listed(classes))));
    found.evidence.quotes.push_back({source, entry->key, entry->section});
  }
  found.message =
      fmt::format("{} {} in the section {} of {}", listed_keys(found.keys),
                  verb(outside.size(), "stands", "stand"), quoted(outside.front()->section),
                  quoted(input.sources.sources[source].id));
  return found;
}

// The entries of one section. That its heading names a class of keys is believed when most of what
// stands in it fits: "RFC 2616-2619" is no class.
void check_section(const RuleInput& input, std::size_t source,
                   const std::vector<const Entry*>& entries, std::vector<Discrepancy>& all) {
  const auto ranges = section_ranges(entries.front()->section);
  if (ranges.empty()) return;
  std::vector<const Entry*> outside;
  std::copy_if(entries.begin(), entries.end(), std::back_inserter(outside),
               [&](const Entry* entry) { return !holds(ranges, *entry); });
  if (outside.size() * 2 >= entries.size()) return;
  if (!outside.empty()) all.push_back(discrepancy_of(input, source, outside, ranges));
}

std::vector<Discrepancy> check(const RuleInput& input) {
  std::vector<Discrepancy> all;
  for (std::size_t i = 0; i < input.entry_sets.size(); ++i) {
    std::map<std::string, std::vector<const Entry*>> sections;
    for (const Entry& entry : input.entry_sets[i].entries) {
      sections[entry.section].push_back(&entry);
    }
    for (const auto& [section, entries] : sections) check_section(input, i, entries, all);
  }
  return all;
}

}  // namespace

const Rule rule_table::section_mismatch{
    .code = "DC402",
    .name = "section-mismatch",
    .level = Level::warning,
    .summary = "The key does not belong to the section it stands in",
    .what =
        R"(Looks at headings that name a class of keys, as `4xx` or `400-499` do, and at the entries
below them. It reports entries whose key is not of that class, provided that most of the section's
entries are. There is one discrepancy for each section.)",
    .why =
        R"(The entry was put into the wrong section, its key is miswritten, or the heading in between
was lost. In each case the reader does not find it.)",
    .example =
        R"(    warning[DC402/section-mismatch]: `510` stands in the section `4xx: Client errors` of `guide`)",
    .mend = R"(Move the entry, or correct the key or the heading.)",
    .accept = R"(Accept it when the document puts the key there on purpose.)",
    .check = check};

}  // namespace doccord
