#include <fmt/format.h>

#include "report/paint.h"
#include "report/reported.h"
#include "report/short_diff.h"
#include "report/text.h"
#include "text/terminal.h"
#include "text/workflow.h"

namespace doccord {
namespace {

// What became of an entry: a removed one has no line any more, so it is told here or nowhere.
std::string entry_line(const EntryChange& change, const Paint& paint) {
  const std::string head = fmt::format("{} `{}` in `{}`", to_string(change.kind),
                                       terminal_safe(change.key), terminal_safe(change.source));
  switch (change.kind) {
    case EntryChange::Kind::added:
      return "+ " + head + ": " + terminal_safe(change.after);
    case EntryChange::Kind::removed:
      return "- " + head + ": " + terminal_safe(change.before);
    case EntryChange::Kind::reworded:
      break;
  }
  return "~ " + head + ": " + short_diff(change.before, change.after, paint);
}

std::string discrepancy_line(std::string_view what, const Discrepancy& each, const Paint& paint) {
  return fmt::format(
      "{} {}: {} {}\n", what,
      paint(colour_of(each.level), fmt::format("{}[{}]", to_string(each.level), rule_of(each))),
      terminal_safe(each.message), paint(Colour::faint, "[" + each.id + "]"));
}

}  // namespace

std::string diff_text(const Results& results, const TextOptions& options) {
  const Changes& changes = *results.changes;
  const Paint paint(options.colour);
  std::string out;
  for (const EntryChange& change : changes.entries) out += entry_line(change, paint) + "\n";
  for (const Discrepancy& each : results.discrepancies) {
    if (changes.fresh.contains(each.id)) out += discrepancy_line("new", each, paint);
  }
  for (const Discrepancy& each : results.discrepancies) {
    if (changes.altered.contains(each.id)) out += discrepancy_line("altered", each, paint);
  }
  for (const Discrepancy& each : changes.mended) out += discrepancy_line("mended", each, paint);
  for (const Discrepancy& each : results.discrepancies) {
    for (const std::string& id : changes.accepted_now) {
      if (id == each.id) out += discrepancy_line("accepted", each, paint);
    }
  }
  const auto add = [&](std::string_view what, const std::vector<AcceptedDiscrepancy>& lines) {
    for (const AcceptedDiscrepancy& line : lines) {
      out += terminal_safe(fmt::format("{} acceptance of {} at {}: {} [{}]", what, line.rule,
                                       fmt::join(line.keys, ", "), line.decision.reason, line.id)) +
             "\n";
    }
  };
  add("added", changes.acceptances_added);
  add("removed", changes.acceptances_removed);
  return without_commands(out);
}

}  // namespace doccord
