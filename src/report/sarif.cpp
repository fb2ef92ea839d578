// SARIF 2.1.0 as GitHub's code scanning takes it in.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "accept/evidence.h"
#include "report/line_hashes.h"
#include "report/locations.h"
#include "report/report.h"
#include "report/reported.h"
#include "report/repository_path.h"
#include "rules/rule.h"
#include "text/json_writer.h"
#include "text/percent.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr std::size_t kMostResults = 5000;  // What GitHub keeps of a run.
constexpr std::size_t kMostRelated = 50;    // Of one result.
constexpr std::size_t kMostLinks = 5;       // In one message.
constexpr std::size_t kMostDescription = 1000;

// In a message `[text](1)` is a link, so brackets of documents are escaped.
std::string message_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string_view severity(Level level) {
  return level == Level::note ? "recommendation" : to_string(level);
}

class Sarif {
 public:
  Sarif(const Results& results, const TextOptions& options)
      : results_(results), options_(options), locations_(results.sources) {
    for (const Rule* rule : all_rules()) rule_places_.emplace(rule->code, rule_places_.size());
  }

  std::string write() {
    const std::vector<const Discrepancy*> wanted = choose_results();
    out_.object([&] {
      out_.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
      out_.member("version", "2.1.0");
      out_.array("runs", [&] {
        out_.object([&] {
          driver();
          out_.object("automationDetails",
                      [&] { out_.member("id", "doccord/" + name_of_run() + "/"); });
          out_.array("invocations", [&] { invocation(); });
          out_.member("columnKind", "unicodeCodePoints");
          out_.object("originalUriBaseIds", [&] {
            out_.object("%SRCROOT%", [&] { text("description", "The root of the repository."); });
          });
          out_.objects("results", wanted, [&](const Discrepancy* each) { result(*each); });
        });
      });
    });
    return out_.take();
  }

 private:
  // The gravest ones first, so that what is left out weighs least.
  std::vector<const Discrepancy*> choose_results() {
    std::vector<const Discrepancy*> wanted;
    for (const Discrepancy& each : results_.discrepancies) {
      if (!each.accepted || options_.show_accepted) wanted.push_back(&each);
    }
    std::stable_sort(wanted.begin(), wanted.end(),
                     [](const auto* a, const auto* b) { return a->level > b->level; });
    left_out_ = wanted.size() - std::min(wanted.size(), kMostResults);
    wanted.resize(wanted.size() - left_out_);
    return wanted;
  }

  // SARIF wraps texts in an object, as they may stand in Markdown besides.
  void text(std::string_view name, std::string_view plain, std::string_view markdown = {}) {
    out_.object(name, [&] {
      out_.member("text", plain);
      if (!markdown.empty()) out_.member("markdown", markdown);
    });
  }

  void driver() {
    out_.object("tool", [&] {
      out_.object("driver", [&] {
        out_.member("name", "doccord");
        out_.member("semanticVersion", DOCCORD_VERSION);
        out_.objects("rules", all_rules(), [&](const Rule* each) { rule(*each); });
      });
    });
  }

  void rule(const Rule& rule) {
    const std::string help =
        fmt::format("{}\n\nWhy it matters: {}\n\nHow to mend it: {}\n\nWhen to accept it: {}",
                    rule.what, rule.why, rule.mend, rule.accept);
    const std::string markdown = fmt::format(
        "{}\n\n**Why it matters.** {}\n\n{}\n\n**How to mend it.** {}\n\n**When to accept it.** "
        "{}\n",
        rule.what, rule.why, rule.example, rule.mend, rule.accept);
    out_.member("id", rule.code);
    out_.member("name", rule.name);
    text("shortDescription", std::string(rule.summary) + ".");
    text("fullDescription", collapse(rule.what).substr(0, kMostDescription));
    text("help", help, markdown);
    out_.object("defaultConfiguration", [&] { out_.member("level", to_string(rule.level)); });
    out_.object("properties", [&] {
      out_.member("precision", rule.level == Level::note ? "medium" : "high");
      out_.member("problem.severity", severity(rule.level));
      out_.member("tags", std::vector<std::string>{"documentation", "consistency"});
    });
  }

  void invocation() {
    out_.object([&] {
      out_.member("executionSuccessful", true);
      if (left_out_ == 0) return;
      out_.array("toolExecutionNotifications", [&] {
        out_.object([&] {
          out_.member("level", "warning");
          text("message",
               fmt::format("{} more discrepancies are left out; code scanning keeps {} of a run.",
                           left_out_, kMostResults));
        });
      });
    });
  }

  // By the directory of the configuration, so that two projects of one repository stay apart.
  std::string name_of_run() const {
    const std::string path = repository_path(options_, results_.sources.config_path);
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "documents" : percent_encoded(path.substr(0, slash));
  }

  void physical_location(const Place& place) {
    const Position start = locations_.start(place.source, place.span);
    const Position end = locations_.end(place.source, place.span);
    const std::string path = repository_path(options_, path_of(results_, place));
    out_.object("physicalLocation", [&] {
      out_.object("artifactLocation", [&] {
        out_.member("uri", percent_encoded(path));
        out_.member("uriBaseId", "%SRCROOT%");
      });
      out_.object("region", [&] {
        out_.member("startLine", start.line);
        out_.member("startColumn", start.column);
        out_.member("endLine", end.line);
        out_.member("endColumn", end.column);
      });
    });
  }

  void location(const Discrepancy& discrepancy) {
    const Place& place = discrepancy.places.front();
    out_.object([&] {
      physical_location(place);
      out_.array("logicalLocations", [&] {
        out_.object([&] {
          out_.member("fullyQualifiedName", results_.sources.sources[place.source].id + "/" +
                                                discrepancy.keys.front() + "/" + discrepancy.field);
        });
      });
    });
  }

  // What `primaryLocationLineHash` is for a place; each file is hashed once.
  std::string line_hash(const Place& place) {
    const Source& source = results_.sources.sources[place.source];
    const FilePart file = file_at(source, place.span.begin);
    auto& hashes = hashes_[{place.source, file.span.begin}];
    if (hashes.empty()) {
      hashes = line_hashes((file.byte_order_mark > 0 ? "\xEF\xBB\xBF" : "") +
                           source.text.substr(file.span.begin, file.span.size()));
    }
    const std::size_t line = locations_.start(place.source, place.span).line;
    return line <= hashes.size() ? hashes[line - 1] : "";
  }

  const std::string& id_of(const Place& place) const {
    return results_.sources.sources[place.source].id;
  }

  // The message, with links to the first of the related locations.
  std::string message(const Discrepancy& discrepancy) const {
    std::string text = message_text(discrepancy.message);
    for (std::size_t i = 1; i < discrepancy.places.size() && i <= kMostLinks; ++i) {
      text += fmt::format("{}[{}]({})", i == 1 ? "; see " : ", ",
                          message_text(id_of(discrepancy.places[i])), i);
    }
    return text + ".";
  }

  void related_locations(const Discrepancy& discrepancy) {
    if (discrepancy.places.size() < 2) return;
    out_.array("relatedLocations", [&] {
      for (std::size_t i = 1; i < discrepancy.places.size() && i <= kMostRelated; ++i) {
        const Place& place = discrepancy.places[i];
        out_.object([&] {
          out_.member("id", i);
          physical_location(place);
          text("message", message_text(place.label.empty() ? "in " + id_of(place) : place.label));
        });
      }
    });
  }

  void result(const Discrepancy& discrepancy) {
    out_.member("ruleId", discrepancy.code);
    const auto rule = rule_places_.find(discrepancy.code);
    if (rule != rule_places_.end()) out_.member("ruleIndex", rule->second);
    out_.member("level", to_string(discrepancy.level));
    text("message", message(discrepancy));
    const bool placed = !discrepancy.places.empty();
    out_.array("locations", [&] {
      if (placed) location(discrepancy);
    });
    out_.object("partialFingerprints", [&] {
      if (placed) out_.member("primaryLocationLineHash", line_hash(discrepancy.places.front()));
      out_.member("doccordIdentity/v1", discrepancy.id);
      out_.member("doccordEvidence/v1", evidence_of(discrepancy));
    });
    related_locations(discrepancy);
    states(discrepancy);
  }

  void states(const Discrepancy& discrepancy) {
    if (discrepancy.accepted) {
      out_.array("suppressions", [&] {
        out_.object([&] {
          out_.member("kind", "external");
          out_.member("status", "accepted");
          out_.member("justification", discrepancy.accepted->reason);
        });
      });
    }
    if (!results_.changes) return;
    const Changes& changes = *results_.changes;
    out_.member("baselineState", changes.fresh.contains(discrepancy.id)     ? "new"
                                 : changes.altered.contains(discrepancy.id) ? "updated"
                                                                            : "unchanged");
  }

  const Results& results_;
  const TextOptions& options_;
  Locations locations_;
  JsonWriter out_{JsonLayout::indented};
  std::map<std::string_view, std::size_t> rule_places_;
  std::map<std::pair<std::size_t, std::size_t>, std::vector<std::string>> hashes_;  // By file.
  std::size_t left_out_ = 0;
};

std::string write_check(const Results& results, const TextOptions& options) {
  return Sarif(results, options).write();
}

}  // namespace

const Report report_table::sarif{.name = "sarif",
                                 .summary = "SARIF 2.1.0, for code scanning",
                                 .extension = "sarif",
                                 .check = write_check};

}  // namespace doccord
