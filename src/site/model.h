#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "compare/partners.h"
#include "report/results.h"
#include "site/cell.h"
#include "site/pair_figures.h"
#include "text/line_index.h"
#include "text/word_diff.h"

namespace doccord {

// Records that belong together in lists: keys of digits with the same first one and as many.
struct KeyGroup {
  std::string title;  // "4xx"; empty when the keys have no classes.
  std::size_t first = 0;
  std::size_t count = 0;
};

// Word diffs of the texts of one site; several pages show the same ones. For any number of threads.
class DiffCache {
 public:
  const std::vector<DiffRun>& of(const std::string& a, const std::string& b);

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, std::vector<DiffRun>> diffs_;
};

// What several pages need and the steps above the site do not have: paths, cells, and who is
// concerned by which discrepancy. Refers to the results, which must outlive it.
struct Model {
  explicit Model(const Results& from);

  std::size_t source_count() const { return results.registry.sources.size(); }
  const Record& record(std::size_t i) const { return results.registry.records[i]; }
  const RecordComparison& compared(std::size_t i) const { return results.comparisons.records[i]; }
  std::optional<std::size_t> record_of(const std::string& key) const;
  // Whether a source has this id.
  bool has_source(std::string_view id) const { return ids_.contains(id); }
  // Whether two or more sources are revisions of one text.
  bool has_relatives() const;

  const Results& results;
  std::vector<std::string> source_slugs;  // Parallel to Registry::sources.
  std::vector<std::string> key_slugs;     // Parallel to Registry::records.
  std::vector<std::string> labels;        // The name by which lists call each record.
  std::vector<KeyGroup> groups;           // Cover all records, in order.
  std::vector<std::size_t> families;      // Place of each source's family in Comparisons.
  std::vector<std::vector<Cell>> cells;   // By record, then source.
  Partners partners;
  std::vector<std::optional<std::size_t>> merged_readings;  // What merged entries have, by record.
  std::vector<std::string> checksums;                       // Parallel to Results::sources.
  std::vector<LineIndex> lines;                             // Parallel to Results::sources.
  std::vector<std::vector<std::size_t>> of_record;          // Discrepancies by record.
  std::vector<std::vector<std::size_t>> of_source;          // Discrepancies by source.
  PairTable pairs;
  mutable DiffCache diffs;

 private:
  std::unordered_map<std::string, std::size_t> places_;
  std::unordered_set<std::string_view> ids_;
};

}  // namespace doccord
