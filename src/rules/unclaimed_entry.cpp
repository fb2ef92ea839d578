#include <fmt/format.h>

#include "rules/phrasing.h"
#include "rules/rule.h"

namespace doccord {
namespace {

// A table that exceeds a limit holds entries, or none: nobody looked.
Discrepancy unread_table(const RuleInput& input, std::size_t source, const Suspect& table) {
  Discrepancy found;
  found.level = rule_table::unclaimed_entry.level;
  found.field = "entry";
  found.sources = {source};
  found.message = fmt::format("a table in {} was not looked into for entries: it {}",
                              quoted(input.sources.sources[source].id), table.reason);
  found.places.push_back({source, "", table.span, "not looked into"});
  return found;
}

Discrepancy discrepancy_of(const RuleInput& input, std::size_t source, const Suspect& suspect) {
  Discrepancy found;
  found.level = rule_table::unclaimed_entry.level;
  found.keys = {suspect.key};
  found.field = "entry";
  found.sources = {source};
  found.message = fmt::format("what looks like an entry for {} in {} was not taken as one{}{}",
                              quoted(suspect.key), quoted(input.sources.sources[source].id),
                              suspect.reason.empty() ? "" : ": it ", suspect.reason);
  found.places.push_back({source, suspect.key, suspect.span,
                          suspect.reason.empty() ? "not taken as an entry" : suspect.reason});
  return found;
}

std::vector<Discrepancy> check(const RuleInput& input) {
  std::vector<Discrepancy> all;
  for (std::size_t i = 0; i < input.entry_sets.size(); ++i) {
    for (const Suspect& suspect : input.entry_sets[i].suspects) {
      all.push_back(suspect.key.empty() ? unread_table(input, i, suspect)
                                        : discrepancy_of(input, i, suspect));
    }
  }
  return all;
}

}  // namespace

const Rule rule_table::unclaimed_entry{
    .code = "DC401",
    .name = "unclaimed-entry",
    .level = Level::warning,
    .summary = "Text that looks like an entry but was not taken as one",
    .what =
        R"(Reports text that has the form of an entry, a key with a name or a description behind it,
and yet stands outside what was recognised as the document's list of entries. A table with more columns
than the limits allow is reported, too, since it is not looked into.)",
    .why =
        R"(Either an entry was lost, and the comparison is not to be trusted there, or the document
has a stray piece that readers will take for an entry as well.)",
    .example =
        R"(    warning[DC401/unclaimed-entry]: what looks like an entry for `47` in `guide` was not taken as
    one: it stands apart from the entries)",
    .mend =
        R"(Bring the entry into the form of the others, or move it to them. `doccord extract` shows
what was taken, `doccord extract --explain` why.)",
    .accept = R"(Accept it when the text is an example or a cross-reference and no entry.)",
    .check = check};

}  // namespace doccord
