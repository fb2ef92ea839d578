#include "extract/extract_line.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "extract/extract.h"
#include "text/utf8.h"

namespace doccord {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;

// What is wrong with a line; thrown and caught within this file only.
struct Fault {
  std::string message;
};

Json span_json(Span span) { return Json::array({span.begin, span.end}); }

Json entry_json(const Entry& entry) {
  Json fields = Json::array();
  for (const Field& field : entry.fields) fields.push_back(Json::array({field.label, field.text}));
  return {{"key", entry.key},
          {"aliases", entry.aliases},
          {"names", entry.names},
          {"description", entry.description},
          {"fields", std::move(fields)},
          {"section", entry.section},
          {"span", span_json(entry.span)}};
}

Json suspect_json(const Suspect& suspect) {
  return {{"span", span_json(suspect.span)}, {"key", suspect.key}, {"reason", suspect.reason}};
}

template <class T, class Write>
Json list_json(const std::vector<T>& items, Write write) {
  Json all = Json::array();
  for (const T& item : items) all.push_back(write(item));
  return all;
}

Json proposal_json(const Proposal& proposal) {
  const Coverage& coverage = proposal.coverage;
  return {
      {"shape", proposal.shape},
      {"pattern", to_string(proposal.pattern)},
      {"score", proposal.score},
      {"entries", list_json(proposal.entries, entry_json)},
      {"suspects", list_json(proposal.suspects, suspect_json)},
      {"coverage",
       {coverage.bytes, coverage.entries, coverage.headings, coverage.other, coverage.unclaimed}}};
}

Json file_json(const SourceFile& file) {
  return {{"path", file.path}, {"begin", file.begin}, {"byteOrderMark", file.byte_order_mark}};
}

// The readers take a line apart; whatever is not as the writers above write it is a Fault or an
// exception of the library's.
class Reader {
 public:
  explicit Reader(const Json& json) : json_(json) {}

  DocumentExtract read() {
    if (json_.at("version") != kVersion) {
      throw Fault{"is an extract of another version; make it anew with `doccord extract`"};
    }
    extract_.config_path = json_.at("config");
    read_source(json_.at("source"));
    for (const Json& proposal : json_.at("readings")) {
      extract_.read.proposals.push_back(proposal_of(proposal));
    }
    return std::move(extract_);
  }

 private:
  void read_source(const Json& json) {
    Source& source = extract_.source;
    source.id = json.at("id");
    source.title = json.at("title");
    source.publisher = json.at("publisher");
    source.path = json.at("path");
    source.date = json.at("date");
    source.authority = json.at("authority");
    source.scope = json.at("scope").get<std::vector<std::string>>();
    source.byte_order_mark = json.at("byteOrderMark");
    source.text = json.at("text");
    const auto format = format_from_string(json.at("format").get<std::string>());
    if (!format) throw Fault{"names no format that there is"};
    extract_.read.format = *format;
    for (const Json& file : json.at("files")) read_file(file);
    if (source.id.empty()) throw Fault{"has an empty `id`"};
  }

  void read_file(const Json& json) {
    const std::size_t begin = json.at("begin");
    const std::vector<SourceFile>& files = extract_.source.files;
    const bool follows = files.empty() ? begin == 0 : begin > files.back().begin;
    if (!follows || begin > extract_.source.text.size()) throw Fault{kOutside};
    extract_.source.files.push_back({json.at("path"), begin, json.at("byteOrderMark")});
  }

  Span span_of(const Json& json) const {
    const Span span{json.at(0), json.at(1)};
    const std::string& text = extract_.source.text;
    if (span.begin > span.end || span.end > text.size()) throw Fault{kOutside};
    if (!is_between_characters(text, span.begin) || !is_between_characters(text, span.end)) {
      throw Fault{kOutside};
    }
    return span;
  }

  Entry entry_of(const Json& json) const {
    Entry entry{
        json.at("key"),     json.at("aliases"),      json.at("names"), json.at("description"), {},
        json.at("section"), span_of(json.at("span"))};
    for (const Json& field : json.at("fields")) entry.fields.push_back({field.at(0), field.at(1)});
    if (entry.key.empty()) throw Fault{"has an entry without a key"};
    return entry;
  }

  Proposal proposal_of(const Json& json) const {
    Proposal proposal;
    proposal.shape = shape_named(json.at("shape"));
    proposal.pattern = pattern_named(json.at("pattern"));
    proposal.score = json.at("score");
    for (const Json& entry : json.at("entries")) proposal.entries.push_back(entry_of(entry));
    if (proposal.entries.empty()) throw Fault{"has a reading without entries"};
    for (const Json& each : json.at("suspects")) {
      proposal.suspects.push_back({span_of(each.at("span")), each.at("key"), each.at("reason")});
    }
    const Json& coverage = json.at("coverage");
    proposal.coverage = {coverage.at(0), coverage.at(1), coverage.at(2), coverage.at(3),
                         coverage.at(4)};
    return proposal;
  }

  static std::string_view shape_named(const std::string& name) {
    const std::string_view known = find_shape_name(name);
    if (known.empty()) throw Fault{"names no layout that there is"};
    return known;
  }

  static KeyPattern pattern_named(const std::string& name) {
    for (const KeyPattern pattern : {KeyPattern::number, KeyPattern::hexadecimal,
                                     KeyPattern::sqlstate, KeyPattern::identifier}) {
      if (to_string(pattern) == name) return pattern;
    }
    throw Fault{"names no kind of keys that there is"};
  }

  static constexpr const char* kOutside = "points outside of the document's text";

  const Json& json_;
  DocumentExtract extract_;
};

}  // namespace

std::string write_extract(const std::string& config_path, const Source& source,
                          const ReadDocument& read) {
  const Json json{{"version", kVersion},
                  {"config", config_path},
                  {"source",
                   {{"id", source.id},
                    {"title", source.title},
                    {"publisher", source.publisher},
                    {"path", source.path},
                    {"format", to_string(read.format)},
                    {"date", source.date},
                    {"authority", source.authority},
                    {"scope", source.scope},
                    {"byteOrderMark", source.byte_order_mark},
                    {"files", list_json(source.files, file_json)},
                    {"text", source.text}}},
                  {"readings", list_json(read.proposals, proposal_json)}};
  // Paths come from the file system and need not be UTF-8.
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<DocumentExtract> read_extract(std::string_view line) {
  try {
    const Json json = Json::parse(line);
    return Reader(json).read();
  } catch (const Fault& fault) {
    return tl::unexpected(Error{"", 0, 0, fault.message});
  } catch (const Json::exception&) {  // Numbers out of range and missing members, too.
    return tl::unexpected(
        Error{"", 0, 0, "is no line that `doccord extract --format jsonl` writes"});
  }
}

}  // namespace doccord
