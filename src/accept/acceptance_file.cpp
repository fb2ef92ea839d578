#include "accept/acceptance_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "text/date.h"
#include "text/json_text.h"
#include "text/suggestion.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;
constexpr std::size_t kIdDigits = 16;

const std::vector<std::string_view> kKnown{"id",       "rule",  "keys",     "field",  "sources",
                                           "evidence", "said",  "expected", "reason", "by",
                                           "on",       "until", "ref",      "verdict"};

// What is wrong with a line; thrown and caught within this file only.
struct Fault {
  std::string message;
};

bool is_digest(std::string_view text) {
  return text.size() == kIdDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_merge_marker(std::string_view line) {
  for (const std::string_view marker : {"<<<<<<<", "=======", ">>>>>>>", "|||||||"}) {
    if (line.starts_with(marker)) return true;
  }
  return false;
}

// An object in which no key stands twice: nlohmann would keep the last and say nothing.
Json parse_object(std::string_view line) {
  std::set<std::string> seen;
  std::optional<std::string> twice;
  const auto watch = [&](int depth, Json::parse_event_t event, Json& parsed) {
    if (event == Json::parse_event_t::key && depth == 1 &&
        !seen.insert(parsed.get<std::string>()).second) {
      twice = parsed.get<std::string>();
    }
    return true;
  };
  Json json;
  try {
    json = Json::parse(line, watch);
  } catch (const Json::exception&) {  // Numbers out of range are no parse errors there.
    throw Fault{"is not valid JSON"};
  }
  if (twice) throw Fault{fmt::format("`{}` stands twice", *twice)};
  if (!json.is_object()) throw Fault{"expected an object"};
  return json;
}

std::string text_of(const Json& json, const char* key) {
  if (!json.contains(key)) return {};
  if (!json[key].is_string()) throw Fault{fmt::format("expected `{}` to be a string", key)};
  return json[key].get<std::string>();
}

std::vector<std::string> texts_of(const Json& json, const char* key) {
  const auto fault = Fault{fmt::format("expected `{}` to be a list of strings", key)};
  if (!json.contains(key) || !json[key].is_array()) throw fault;
  std::vector<std::string> texts;
  for (const Json& item : json[key]) {
    if (!item.is_string()) throw fault;
    texts.push_back(item.get<std::string>());
  }
  return texts;
}

void check_values(const AcceptedDiscrepancy& entry) {
  if (!is_digest(entry.id)) throw Fault{"expected `id` to be 16 hexadecimal digits"};
  if (!is_digest(entry.evidence)) throw Fault{"expected `evidence` to be 16 hexadecimal digits"};
  if (entry.rule.empty()) throw Fault{"expected `rule`, the code of a rule"};
  if (entry.keys.empty()) throw Fault{"expected `keys`, at least one"};
  const Acceptance& decision = entry.decision;
  if (is_blank(decision.reason)) throw Fault{"expected `reason`: why the discrepancy may stand"};
  if (!is_date(decision.on)) throw Fault{"expected `on` to be a day, as in 2025-03-01"};
  if (!decision.until.empty() && !is_date(decision.until)) {
    throw Fault{
        fmt::format("`until` is no day: `{}`; expected one as in 2025-03-01", decision.until)};
  }
  const std::string& verdict = decision.verdict;
  if (!verdict.empty() &&
      std::find(kVerdicts.begin(), kVerdicts.end(), verdict) == kVerdicts.end()) {
    throw Fault{fmt::format("unknown verdict `{}`{}", verdict,
                            suggestion(verdict, {kVerdicts.begin(), kVerdicts.end()}))};
  }
}

AcceptedDiscrepancy read_entry(const Json& json) {
  for (const auto& [key, value] : json.items()) {
    if (std::find(kKnown.begin(), kKnown.end(), key) == kKnown.end()) {
      throw Fault{fmt::format("unknown key `{}`{}", key, suggestion(key, kKnown))};
    }
  }
  AcceptedDiscrepancy entry;
  entry.id = text_of(json, "id");
  entry.rule = text_of(json, "rule");
  entry.keys = texts_of(json, "keys");
  entry.field = text_of(json, "field");
  entry.sources = texts_of(json, "sources");
  entry.evidence = text_of(json, "evidence");
  entry.said = text_of(json, "said");
  entry.expected = text_of(json, "expected");
  entry.decision = {text_of(json, "reason"), text_of(json, "by"),  text_of(json, "on"),
                    text_of(json, "until"),  text_of(json, "ref"), text_of(json, "verdict")};
  check_values(entry);
  return entry;
}

void check_header(const Json& json) {
  for (const auto& [key, value] : json.items()) {
    if (key != "version" && key != "$schema") throw Fault{fmt::format("unknown key `{}`", key)};
  }
  if (!json["version"].is_number_integer() || json["version"] != kVersion) {
    throw Fault{fmt::format("expected version {}; a newer doccord may read this file", kVersion)};
  }
}

Json written(const AcceptedDiscrepancy& entry) {
  Json json{{"id", entry.id},       {"rule", entry.rule},       {"keys", entry.keys},
            {"field", entry.field}, {"sources", entry.sources}, {"evidence", entry.evidence}};
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) json[key] = value;
  };
  add("said", entry.said);
  add("expected", entry.expected);
  add("reason", entry.decision.reason);
  add("by", entry.decision.by);
  add("on", entry.decision.on);
  add("until", entry.decision.until);
  add("ref", entry.decision.ref);
  add("verdict", entry.decision.verdict);
  return json;
}

std::string line_of(const AcceptedDiscrepancy& entry) {
  return printable_json(written(entry).dump(-1, ' ', false, Json::error_handler_t::replace));
}

// Reads line by line and keeps the errors of all of them.
class Reader {
 public:
  explicit Reader(const std::string& path) : path_(path) {}

  void read(std::string_view text) {
    for (std::size_t at = 0, number = 1; at < text.size(); ++number) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string_view line = trim(text.substr(at, end - at));
      at = end + 1;
      if (line.empty()) continue;
      try {
        read_line(line, number);
      } catch (const Fault& fault) {
        errors_.push_back({path_, number, 0, fault.message});
      }
    }
    if (!header_ && errors_.empty()) {
      errors_.push_back({path_, 1, 0, "expected a first line with the version"});
    }
  }

  std::vector<Error> errors_;
  std::vector<AcceptedDiscrepancy> entries_;

 private:
  void read_line(std::string_view line, std::size_t number) {
    if (is_merge_marker(line)) {
      throw Fault{
          "holds a merge conflict: keep the lines of both sides and drop the markers; with "
          "`merge=union` in .gitattributes git does so by itself"};
    }
    const Json json = parse_object(line);
    if (json.contains("version")) {
      check_header(json);
      header_ = true;
      return;
    }
    if (!header_) throw Fault{"expected a first line with the version"};
    AcceptedDiscrepancy entry = read_entry(json);
    entry.line = number;
    add(std::move(entry));
  }

  void add(AcceptedDiscrepancy entry) {
    const auto [place, fresh] = by_id_.try_emplace(entry.id, entries_.size());
    if (fresh) {
      entries_.push_back(std::move(entry));
    } else if (const AcceptedDiscrepancy& other = entries_[place->second];
               !same_line(other, entry)) {
      throw Fault{fmt::format("contradicts line {}, which accepts {} otherwise; keep one of them",
                              other.line, entry.id)};
    }
  }

  std::string path_;
  bool header_ = false;
  std::map<std::string, std::size_t> by_id_;
};

}  // namespace

bool same_line(const AcceptedDiscrepancy& a, const AcceptedDiscrepancy& b) {
  return line_of(a) == line_of(b);
}

tl::expected<std::vector<AcceptedDiscrepancy>, std::vector<Error>> parse_acceptances(
    const std::string& path, std::string_view text) {
  if (find_invalid_utf8(text))
    return tl::unexpected(std::vector<Error>{{path, 0, 0, "is not UTF-8"}});
  Reader reader(path);
  reader.read(text);
  if (!reader.errors_.empty()) return tl::unexpected(reader.errors_);
  return reader.entries_;
}

std::string format_acceptances(std::vector<AcceptedDiscrepancy> entries) {
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
  std::string text = Json{{"version", kVersion}}.dump() + "\n";
  for (const AcceptedDiscrepancy& entry : entries) text += line_of(entry) + "\n";
  return text;
}

}  // namespace doccord
