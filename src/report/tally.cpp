#include "report/tally.h"

namespace doccord {

Tally count(const Results& results) {
  Tally tally;
  tally.sources = results.registry.sources.size();
  tally.keys = results.registry.records.size();
  for (const SourceSummary& source : results.registry.sources) tally.entries += source.entry_count;
  for (const Discrepancy& discrepancy : results.discrepancies) {
    if (discrepancy.accepted) {
      ++tally.accepted;
    } else if (discrepancy.level == Level::error) {
      ++tally.errors;
    } else if (discrepancy.level == Level::warning) {
      ++tally.warnings;
    } else {
      ++tally.notes;
    }
  }
  return tally;
}

}  // namespace doccord
