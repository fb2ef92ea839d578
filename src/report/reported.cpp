#include "report/reported.h"

#include <algorithm>

namespace doccord {

bool is_open(const Results& results, const Discrepancy& discrepancy) {
  if (discrepancy.accepted) return false;
  return !results.changes || results.changes->fresh.contains(discrepancy.id) ||
         results.changes->worsened.contains(discrepancy.id);
}

std::vector<const Discrepancy*> open_discrepancies(const Results& results) {
  std::vector<const Discrepancy*> open;
  for (const Discrepancy& discrepancy : results.discrepancies) {
    if (is_open(results, discrepancy)) open.push_back(&discrepancy);
  }
  std::stable_sort(open.begin(), open.end(),
                   [](const auto* a, const auto* b) { return a->level > b->level; });
  return open;
}

std::string path_of(const Results& results, const Place& place) {
  return std::string(file_at(results.sources.sources[place.source], place.span.begin).path);
}

std::string rule_of(const Discrepancy& discrepancy) {
  return discrepancy.code + "/" + discrepancy.name;
}

}  // namespace doccord
