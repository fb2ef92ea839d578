#include "extract/score.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "extract/prose.h"
#include "extract/shape.h"
#include "text/key_order.h"

namespace doccord {
namespace {

constexpr double kEnough = 0.3;
constexpr double kEnoughEach = 0.08;   // For each entry.
constexpr double kEnoughOfFew = 0.22;  // The same where few entries could be chance.
constexpr std::size_t kFew = 8;
constexpr double kLeastOfFew = 0.3;  // Of the document that a handful of numbered lines claims.
constexpr std::size_t kMostOfEach = 4000;  // Bytes of text that each of them may claim.
constexpr double kFewestWords = 0.35;      // Of what an entry may have of names and text.
constexpr std::size_t kFewestEntries = 2;  // A single line that looks like an entry is none.

// Share of neighbours whose keys ascend.
double order_of(const std::vector<Entry>& entries) {
  if (entries.size() < 2) return 1;
  std::size_t ascending = 0;
  for (std::size_t i = 1; i < entries.size(); ++i) {
    ascending += key_less(entries[i - 1].key, entries[i].key);
  }
  return static_cast<double>(ascending) / static_cast<double>(entries.size() - 1);
}

// 2.1.0, 2.0.1: versions of something, the latest first, and not keys.
bool are_versions(const std::vector<Entry>& entries, double order) {
  if (order > 0.5) return false;
  const auto dotted = std::count_if(entries.begin(), entries.end(), [](const Entry& entry) {
    return std::count(entry.key.begin(), entry.key.end(), '.') >= 2;
  });
  return 2 * static_cast<std::size_t>(dotted) > entries.size();
}

// The headings that every manual page has, which stand above its text as keys stand above theirs.
bool are_headings_of_a_manual_page(const std::vector<Entry>& entries) {
  constexpr std::array<std::string_view, 20> kHeadings{
      "NAME",    "SYNOPSIS", "DESCRIPTION", "OPTIONS",  "ARGUMENTS",   "ERRORS",   "ENVIRONMENT",
      "FILES",   "NOTES",    "BUGS",        "CAVEATS",  "EXAMPLE",     "EXAMPLES", "STANDARDS",
      "HISTORY", "AUTHOR",   "AUTHORS",     "COLOPHON", "DIAGNOSTICS", "COPYRIGHT"};
  // A long list of words may well have some of these among the others.
  constexpr std::size_t kOneIn = 20;
  const auto headings = std::count_if(entries.begin(), entries.end(), [&](const Entry& entry) {
    return std::find(kHeadings.begin(), kHeadings.end(), entry.key) != kHeadings.end();
  });
  const auto count = static_cast<std::size_t>(headings);
  return 2 * count > entries.size() || (count >= 3 && kOneIn * count >= entries.size());
}

// A few lines of running text may begin with numbers; those of entries ascend, and are more of the
// document than a few lines of many pages.
bool is_chance(const Proposal& proposal, double order, std::size_t claimed, double coverage) {
  const bool loose = proposal.shape == "text-lines" || proposal.shape == "paragraphs" ||
                     proposal.shape == "labelled-lines";
  const bool few = proposal.entries.size() < kFew / 2;
  return loose && few && proposal.pattern == KeyPattern::number &&
         (order < 1 || coverage < kLeastOfFew || claimed > kMostOfEach * proposal.entries.size());
}

// "Copyright 2017 Red Hat": years of which hardly more than somebody's name is told.
bool are_years(const Proposal& proposal) {
  constexpr std::size_t kMostWords = 5;  // On average.
  std::size_t words = 0;
  const auto is_year = [&](const Entry& entry) {
    const bool names = std::none_of(entry.names.begin(), entry.names.end(),
                                    [](const std::string& name) { return is_constant(name); });
    words += count_words(entry.description);
    const bool range = entry.key.size() == 9 && entry.key[4] == '-';
    return (entry.key.size() == 4 || range) && names &&
           (entry.key.starts_with("19") || entry.key.starts_with("20"));
  };
  return proposal.pattern == KeyPattern::number &&
         std::all_of(proposal.entries.begin(), proposal.entries.end(), is_year) &&
         words <= kMostWords * proposal.entries.size();
}

// Whether the keys of a list of numbers are some of the other's.
bool is_part_of(const Proposal& numbers, const Proposal& whole) {
  if (numbers.pattern != KeyPattern::number) return false;
  std::set<std::string_view> keys;
  for (const Entry& entry : whole.entries) keys.insert(entry.key);
  return keys.size() > numbers.entries.size() &&
         std::all_of(numbers.entries.begin(), numbers.entries.end(),
                     [&](const Entry& entry) { return keys.contains(entry.key); });
}

}  // namespace

double score(const Proposal& proposal, std::size_t bytes) {
  const std::vector<Entry>& entries = proposal.entries;
  if (entries.size() < kFewestEntries || bytes == 0) return 0;
  const auto count = static_cast<double>(entries.size());
  std::vector<std::string_view> keys;
  keys.reserve(entries.size());
  std::size_t claimed = 0;
  double content = 0;
  // What a setting is by default is most of what there is to say of it.
  const double of_fields = proposal.shape == shapes::settings.name ? 0.4 : 0.2;
  for (const Entry& entry : entries) {
    keys.push_back(entry.key);
    claimed += entry.span.size();
    content += 0.4 * !entry.names.empty();
    content += !entry.description.empty() ? 0.6 : of_fields * !entry.fields.empty();
  }
  // Keys of which nothing is said are an index, numbers beside numbers a table of figures.
  if (content < kFewestWords * count) return 0;
  const double unique = uniqueness(std::move(keys));
  const double coverage = std::min(1.0, static_cast<double>(claimed) / static_cast<double>(bytes));
  const double order = order_of(entries);
  if (are_versions(entries, order) || are_years(proposal) ||
      is_chance(proposal, order, claimed, coverage))
    return 0;
  if (proposal.pattern == KeyPattern::identifier && are_headings_of_a_manual_page(entries))
    return 0;
  return count * unique * unique * proposal.regularity * proposal.weight * (0.7 + 0.3 * order) *
         (0.3 + 0.7 * coverage) * (0.2 + 0.8 * content / count);
}

double uniqueness(std::vector<std::string_view> keys) {
  constexpr std::size_t kFewestToErr = 4;
  const std::size_t all = keys.size();
  std::sort(keys.begin(), keys.end());
  const auto distinct =
      static_cast<std::size_t>(std::unique(keys.begin(), keys.end()) - keys.begin());
  const std::size_t repeated = all - distinct;
  const std::size_t by_mistake = all >= kFewestToErr ? std::max<std::size_t>(1, all / 20) : 0;
  const double share = static_cast<double>(distinct) / static_cast<double>(all);
  return repeated <= by_mistake ? 1 - (1 - share) / 10 : share;
}

const Proposal* best_proposal(const std::vector<Proposal>& proposals) {
  auto best =
      std::max_element(proposals.begin(), proposals.end(),
                       [](const Proposal& a, const Proposal& b) { return a.score < b.score; });
  if (best == proposals.end()) return nullptr;
  // Where some codes of five digits are none, as 22P02, those that are would be taken for numbers.
  const auto whole = std::find_if(proposals.begin(), proposals.end(), [&](const Proposal& other) {
    return other.pattern == KeyPattern::sqlstate && is_part_of(*best, other);
  });
  if (whole != proposals.end()) best = whole;
  const auto count = static_cast<double>(best->entries.size());
  const double each = best->entries.size() < kFew ? kEnoughOfFew : kEnoughEach;
  return best->score < kEnough || best->score < each * count ? nullptr : &*best;
}

}  // namespace doccord
