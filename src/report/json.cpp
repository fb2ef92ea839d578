#include "report/json.h"

#include "report/report.h"
#include "report/results_writer.h"

namespace doccord {
namespace {

class EntriesWriter : private ResultsWriter {
 public:
  EntriesWriter(const Results& results, const Locations& locations)
      : ResultsWriter(results, locations, JsonLayout::indented) {}

  std::string extract();

 private:
  void coverage(const Coverage& coverage);
};

void EntriesWriter::coverage(const Coverage& coverage) {
  out_.object("coverage", [&] {
    out_.member("bytes", coverage.bytes);
    out_.member("entries", coverage.entries);
    out_.member("headings", coverage.headings);
    out_.member("other", coverage.other);
    out_.member("unclaimed", coverage.unclaimed);
  });
}

std::string EntriesWriter::extract() {
  out_.object([&] {
    out_.member("version", kJsonVersion);
    out_.array("sources", [&] {
      for (std::size_t i = 0; i < results_.entry_sets.size(); ++i) {
        const EntrySet& set = results_.entry_sets[i];
        out_.object([&] {
          out_.member("id", id(i));
          out_.member("path", results_.sources.sources[i].path);
          out_.member("format", to_string(set.format));
          out_.member("shape", set.shape);
          out_.objects("entries", set.entries, [&](const Entry& each) {
            out_.member("key", each.key);
            entry(each, i);
          });
          coverage(set.coverage);
        });
      }
    });
  });
  return out_.take();
}

std::string write_extract(const Results& results, const TextOptions&) {
  return extract_json(results);
}

std::string write_registry(const Results& results, const TextOptions&) {
  return registry_json(results);
}

std::string write_check(const Results& results, const TextOptions&) { return check_json(results); }

std::string write_diff(const Results& results, const TextOptions&) { return diff_json(results); }

}  // namespace

std::string extract_json(const Results& results) {
  const Locations locations(results.sources);
  return EntriesWriter(results, locations).extract();
}

const Report report_table::json{.name = "json",
                                .summary = "everything, for programs",
                                .extension = "json",
                                .extract = write_extract,
                                .registry = write_registry,
                                .check = write_check,
                                .diff = write_diff};

}  // namespace doccord
