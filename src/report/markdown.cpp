// A page of Markdown, for mail, comments and the summaries of CI services.

#include <fmt/format.h>

#include "report/locations.h"
#include "report/markdown_text.h"
#include "report/report.h"
#include "report/reported.h"
#include "report/step_summary.h"
#include "report/tally.h"
#include "rules/phrasing.h"

namespace doccord {
namespace {

constexpr std::size_t kMostBytes = 900 * 1024;  // GitHub refuses a summary of more than 1 MiB.
constexpr std::size_t kMostInSummary = 50;
constexpr std::size_t kMostEntries = 50;

std::string counts_table(const Results& results) {
  const Tally tally = count(results);
  return fmt::format(
      "| documents | keys | entries | errors | warnings | notes | accepted |\n"
      "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
      "| {} | {} | {} | {} | {} | {} | {} |\n\n",
      tally.sources, tally.keys, tally.entries, tally.errors, tally.warnings, tally.notes,
      tally.accepted);
}

// What a change does, the removed entries too, which have no line that a service could annotate.
std::string changes_part(const Changes& changes) {
  std::string out = fmt::format(
      "Since {}: {} new, {} mended, {} altered, {} unchanged; {} acceptances added, {} "
      "removed.\n\n",
      markdown_text(changes.base), changes.fresh.size(), changes.mended.size(),
      changes.altered.size(), changes.unchanged, changes.acceptances_added.size(),
      changes.acceptances_removed.size());
  for (std::size_t i = 0; i < changes.entries.size() && i < kMostEntries; ++i) {
    const EntryChange& change = changes.entries[i];
    out += fmt::format("- {} <code>{}</code> in <code>{}</code>\n", to_string(change.kind),
                       markdown_text(change.key), markdown_text(change.source));
  }
  if (changes.entries.size() > kMostEntries) {
    out += fmt::format("- and {} more\n", changes.entries.size() - kMostEntries);
  }
  return out + (changes.entries.empty() ? "" : "\n");
}

std::string discrepancy_part(const Results& results, const Locations& locations,
                             const Discrepancy& each) {
  std::string out = fmt::format("<details><summary>{} {}: {}</summary>\n\n", to_string(each.level),
                                rule_of(each), markdown_message(each.message));
  for (const Place& place : each.places) {
    const Position start = locations.start(place.source, place.span);
    out += fmt::format("- {}&#58;{}&#58;{} {}\n", markdown_text(path_of(results, place)),
                       start.line, start.column, markdown_message(place.label));
  }
  if (each.places_left_out > 0) {
    out += fmt::format("- and {}\n", counted(each.places_left_out, "more place"));
  }
  for (const Evidence::Quote& quote : each.evidence.quotes) {
    out += fmt::format("- <code>{}</code> says: {}\n",
                       markdown_text(results.sources.sources[quote.source].id),
                       markdown_text(quote.text));
  }
  for (const auto& [name, text] : each.evidence.facts) {
    out += fmt::format("- {}: {}\n", markdown_text(name), markdown_text(text));
  }
  return out + fmt::format("- id <code>{}</code>\n\n</details>\n\n", each.id);
}

std::string write_check(const Results& results, const TextOptions&) {
  return markdown_page(results, results.discrepancies.size());
}

}  // namespace

std::string markdown_page(const Results& results, std::size_t most) {
  const Locations locations(results.sources);
  std::string out = "# Where the documents disagree\n\n" + counts_table(results);
  if (results.changes) out += changes_part(*results.changes);
  const auto open = open_discrepancies(results);
  std::size_t shown = 0;
  for (; shown < open.size() && shown < most; ++shown) {
    const std::string part = discrepancy_part(results, locations, *open[shown]);
    if (out.size() + part.size() > kMostBytes) break;
    out += part;
  }
  if (shown < open.size()) out += fmt::format("{} more are not shown here.\n", open.size() - shown);
  return out;
}

std::string step_summary(const Results& results) { return markdown_page(results, kMostInSummary); }

const Report report_table::markdown{.name = "markdown",
                                    .summary = "a page for mail and comments",
                                    .extension = "md",
                                    .check = write_check};

}  // namespace doccord
