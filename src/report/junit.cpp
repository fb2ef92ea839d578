// JUnit's XML: a document is a suite, a key a test. A test fails when its key has an error or a
// warning; notes are its output, and what was accepted is skipped.

#include <fmt/format.h>

#include <map>

#include "report/locations.h"
#include "report/markup_text.h"
#include "report/report.h"
#include "report/reported.h"
#include "report/repository_path.h"
#include "text/workflow.h"

namespace doccord {
namespace {

// What there is to say of one key in one document.
struct Case {
  std::vector<const Discrepancy*> failures;
  std::vector<const Discrepancy*> notes;
  std::vector<const Discrepancy*> accepted;
};

struct Suite {
  std::vector<std::string> keys;  // In the order of the document.
  std::map<std::string, Case> cases;

  Case& operator[](const std::string& key) {
    const auto [place, fresh] = cases.try_emplace(key);
    if (fresh) keys.push_back(key);
    return place->second;
  }
};

std::vector<Suite> suites_of(const Results& results) {
  std::vector<Suite> suites(results.sources.sources.size());
  for (std::size_t i = 0; i < results.entry_sets.size(); ++i) {
    for (const Entry& entry : results.entry_sets[i].entries) suites[i][entry.key];
  }
  for (const Discrepancy& each : results.discrepancies) {
    if (each.places.empty()) continue;
    Case& of = suites[each.places.front().source][each.keys.front()];
    if (each.accepted) {
      of.accepted.push_back(&each);
    } else if (is_open(results, each)) {
      (each.level == Level::note ? of.notes : of.failures).push_back(&each);
    }
  }
  return suites;
}

class Junit {
 public:
  Junit(const Results& results, const TextOptions& options)
      : results_(results), options_(options), locations_(results.sources) {}

  std::string write() {
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"doccord\">\n";
    const std::vector<Suite> suites = suites_of(results_);
    for (std::size_t i = 0; i < suites.size(); ++i) out += suite(suites[i], i);
    return out + "</testsuites>\n";
  }

 private:
  std::string suite(const Suite& suite, std::size_t source) const {
    std::size_t failures = 0;
    std::size_t skipped = 0;
    std::string cases;
    const std::string id = markup_text(results_.sources.sources[source].id);
    for (const std::string& key : suite.keys) {
      const Case& each = suite.cases.at(key);
      failures += each.failures.empty() ? 0 : 1;
      skipped += each.failures.empty() && !each.accepted.empty() ? 1 : 0;
      cases += fmt::format("    <testcase classname=\"{}\" name=\"{}\">\n{}    </testcase>\n", id,
                           markup_text(key), outcome(each));
    }
    return fmt::format(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\">\n{}"
        "  </testsuite>\n",
        id, suite.keys.size(), failures, skipped, cases);
  }

  std::string line(const Discrepancy& each) const {
    const Place& place = each.places.front();
    const Position start = locations_.start(place.source, place.span);
    const std::string path =
        path_in_line(repository_path(options_, path_of(results_, place)));
    return fmt::format("{}:{}:{}: {}[{}] {} [id {}]", path, start.line, start.column,
                       to_string(each.level), rule_of(each), each.message, each.id);
  }

  std::string lines(const std::vector<const Discrepancy*>& all) const {
    std::string out;
    for (const Discrepancy* each : all) out += markup_text(line(*each)) + "\n";
    return out;
  }

  std::string outcome(const Case& of) const {
    std::string out;
    if (!of.failures.empty()) {
      const Discrepancy& first = *of.failures.front();
      out += fmt::format("      <failure message=\"{}\" type=\"{}\">{}</failure>\n",
                         markup_text(first.message), first.code, lines(of.failures));
    } else if (!of.accepted.empty()) {
      out += fmt::format("      <skipped message=\"accepted: {}\"/>\n",
                         markup_text(of.accepted.front()->accepted->reason));
    }
    if (!of.notes.empty()) {
      out += fmt::format("      <system-out>{}</system-out>\n", lines(of.notes));
    }
    return out;
  }

  const Results& results_;
  const TextOptions& options_;
  Locations locations_;
};

std::string write_check(const Results& results, const TextOptions& options) {
  return Junit(results, options).write();
}

}  // namespace

const Report report_table::junit{.name = "junit",
                                 .summary = "JUnit's XML, a test for each key of each document",
                                 .extension = "xml",
                                 .check = write_check};

}  // namespace doccord
