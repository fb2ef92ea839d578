// SARIF 2.1.0 as GitHub's code scanning takes it in.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "accept/evidence.h"
#include "report/line_hashes.h"
#include "report/locations.h"
#include "report/report.h"
#include "report/reported.h"
#include "report/repository_path.h"
#include "rules/rule.h"
#include "text/json_text.h"
#include "text/percent.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

using Json = nlohmann::ordered_json;

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

Json rule_json(const Rule& rule) {
  const std::string what = collapse(rule.what);
  const std::string help =
      fmt::format("{}\n\nWhy it matters: {}\n\nHow to mend it: {}\n\nWhen to accept it: {}",
                  rule.what, rule.why, rule.mend, rule.accept);
  const std::string markdown = fmt::format(
      "{}\n\n**Why it matters.** {}\n\n{}\n\n**How to mend it.** {}\n\n**When to accept it.** {}\n",
      rule.what, rule.why, rule.example, rule.mend, rule.accept);
  return {{"id", rule.code},
          {"name", rule.name},
          {"shortDescription", {{"text", std::string(rule.summary) + "."}}},
          {"fullDescription", {{"text", what.substr(0, kMostDescription)}}},
          {"help", {{"text", help}, {"markdown", markdown}}},
          {"defaultConfiguration", {{"level", to_string(rule.level)}}},
          {"properties",
           {{"precision", rule.level == Level::note ? "medium" : "high"},
            {"problem.severity", severity(rule.level)},
            {"tags", Json::array({"documentation", "consistency"})}}}};
}

class Sarif {
 public:
  Sarif(const Results& results, const TextOptions& options)
      : results_(results), options_(options), locations_(results.sources) {
    for (const Rule* rule : all_rules()) {
      rule_places_.emplace(rule->code, rules_.size());
      rules_.push_back(rule_json(*rule));
    }
  }

  std::string write() {
    add_results();
    Json driver{
        {"name", "doccord"}, {"semanticVersion", DOCCORD_VERSION}, {"rules", std::move(rules_)}};
    Json run{{"tool", {{"driver", std::move(driver)}}},
             {"automationDetails", {{"id", "doccord/" + name_of_run() + "/"}}},
             {"invocations", Json::array({invocation()})},
             {"columnKind", "unicodeCodePoints"},
             {"originalUriBaseIds",
              {{"%SRCROOT%", {{"description", {{"text", "The root of the repository."}}}}}}},
             {"results", std::move(found_)}};
    const Json all{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                   {"version", "2.1.0"},
                   {"runs", Json::array({std::move(run)})}};
    return printable_json(all.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
  }

 private:
  // The gravest ones first, so that what is left out weighs least.
  void add_results() {
    std::vector<const Discrepancy*> wanted;
    for (const Discrepancy& each : results_.discrepancies) {
      if (!each.accepted || options_.show_accepted) wanted.push_back(&each);
    }
    std::stable_sort(wanted.begin(), wanted.end(),
                     [](const auto* a, const auto* b) { return a->level > b->level; });
    left_out_ = wanted.size() - std::min(wanted.size(), kMostResults);
    wanted.resize(wanted.size() - left_out_);
    for (const Discrepancy* each : wanted) found_.push_back(result(*each));
  }

  Json invocation() const {
    Json invocation{{"executionSuccessful", true}};
    if (left_out_ > 0) {
      const std::string text =
          fmt::format("{} more discrepancies are left out; code scanning keeps {} of a run.",
                      left_out_, kMostResults);
      invocation["toolExecutionNotifications"] =
          Json::array({{{"level", "warning"}, {"message", {{"text", text}}}}});
    }
    return invocation;
  }

  // By the directory of the configuration, so that two projects of one repository stay apart.
  std::string name_of_run() const {
    const std::string path = repository_path(options_, results_.sources.config_path);
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "documents" : percent_encoded(path.substr(0, slash));
  }

  Json physical(const Place& place) const {
    const Position start = locations_.start(place.source, place.span);
    const Position end = locations_.end(place.source, place.span);
    const std::string path = repository_path(options_, path_of(results_, place));
    return {{"artifactLocation", {{"uri", percent_encoded(path)}, {"uriBaseId", "%SRCROOT%"}}},
            {"region",
             {{"startLine", start.line},
              {"startColumn", start.column},
              {"endLine", end.line},
              {"endColumn", end.column}}}};
  }

  Json location(const Discrepancy& discrepancy) const {
    Json names = Json::array();
    const std::string name = results_.sources.sources[discrepancy.places.front().source].id + "/" +
                             discrepancy.keys.front() + "/" + discrepancy.field;
    names.push_back({{"fullyQualifiedName", name}});
    return {{"physicalLocation", physical(discrepancy.places.front())},
            {"logicalLocations", std::move(names)}};
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

  Json result(const Discrepancy& discrepancy) {
    std::string text = message_text(discrepancy.message);
    Json related = Json::array();
    for (std::size_t i = 1; i < discrepancy.places.size() && i <= kMostRelated; ++i) {
      const Place& place = discrepancy.places[i];
      const std::string& id = results_.sources.sources[place.source].id;
      const std::string label = place.label.empty() ? "in " + id : place.label;
      related.push_back({{"id", i},
                         {"physicalLocation", physical(place)},
                         {"message", {{"text", message_text(label)}}}});
      if (i <= kMostLinks) {
        text += fmt::format("{}[{}]({})", i == 1 ? "; see " : ", ", message_text(id), i);
      }
    }
    Json json{{"ruleId", discrepancy.code}};
    const auto rule = rule_places_.find(discrepancy.code);
    if (rule != rule_places_.end()) json["ruleIndex"] = rule->second;
    json["level"] = to_string(discrepancy.level);
    json["message"] = {{"text", text + "."}};
    json["locations"] = Json::array();
    Json prints = Json::object();
    if (!discrepancy.places.empty()) {
      json["locations"].push_back(location(discrepancy));
      prints["primaryLocationLineHash"] = line_hash(discrepancy.places.front());
    }
    prints["doccordIdentity/v1"] = discrepancy.id;
    prints["doccordEvidence/v1"] = evidence_of(discrepancy);
    json["partialFingerprints"] = std::move(prints);
    if (!related.empty()) json["relatedLocations"] = std::move(related);
    add_states(json, discrepancy);
    return json;
  }

  void add_states(Json& json, const Discrepancy& discrepancy) const {
    if (discrepancy.accepted) {
      json["suppressions"] = Json::array({{{"kind", "external"},
                                           {"status", "accepted"},
                                           {"justification", discrepancy.accepted->reason}}});
    }
    if (!results_.changes) return;
    const Changes& changes = *results_.changes;
    json["baselineState"] = changes.fresh.contains(discrepancy.id)     ? "new"
                            : changes.altered.contains(discrepancy.id) ? "updated"
                                                                       : "unchanged";
  }

  const Results& results_;
  const TextOptions& options_;
  Locations locations_;
  Json rules_ = Json::array();
  Json found_ = Json::array();
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
