#include "extract/extract_line.h"

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <utility>

#include "extract/extract.h"
#include "text/json_writer.h"
#include "text/utf8.h"

namespace doccord {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kVersion = 1;

// What is wrong with a line; thrown and caught within this file only.
struct Fault {
  std::string message;
};

// Writes what a line keeps of a document.
class Writer {
 public:
  std::string write(const std::string& config_path, const Source& source,
                    const ReadDocument& read) {
    out_.object([&] {
      out_.member("version", kVersion);
      out_.member("config", config_path);
      out_.object("source", [&] { this->source(source, read.format); });
      out_.objects("readings", read.proposals, [&](const Proposal& each) { proposal(each); });
    });
    return out_.take();
  }

 private:
  void source(const Source& source, Format format) {
    out_.member("id", source.id);
    out_.member("title", source.title);
    out_.member("publisher", source.publisher);
    out_.member("path", source.path);
    out_.member("format", to_string(format));
    out_.member("date", source.date);
    out_.member("authority", source.authority);
    out_.member("scope", source.scope);
    out_.member("byteOrderMark", source.byte_order_mark);
    out_.objects("files", source.files, [&](const SourceFile& file) {
      out_.member("path", file.path);
      out_.member("begin", file.begin);
      out_.member("byteOrderMark", file.byte_order_mark);
    });
    out_.member("text", source.text);
  }

  void numbers(std::string_view name, std::initializer_list<std::size_t> all) {
    out_.list(name, all, [&](std::size_t number) { out_.value(number); });
  }

  void span(Span span) { numbers("span", {span.begin, span.end}); }

  void entry(const Entry& entry) {
    out_.member("key", entry.key);
    out_.member("aliases", entry.aliases);
    out_.member("names", entry.names);
    out_.member("description", entry.description);
    out_.list("fields", entry.fields, [&](const Field& field) {
      out_.array([&] {
        out_.value(field.label);
        out_.value(field.text);
      });
    });
    out_.member("section", entry.section);
    span(entry.span);
  }

  void suspect(const Suspect& suspect) {
    span(suspect.span);
    out_.member("key", suspect.key);
    out_.member("reason", suspect.reason);
  }

  void proposal(const Proposal& proposal) {
    out_.member("shape", proposal.shape);
    out_.member("pattern", to_string(proposal.pattern));
    out_.member("score", proposal.score);
    out_.objects("entries", proposal.entries, [&](const Entry& each) { entry(each); });
    out_.objects("suspects", proposal.suspects, [&](const Suspect& each) { suspect(each); });
    const Coverage& of = proposal.coverage;
    numbers("coverage", {of.bytes, of.entries, of.headings, of.other, of.unclaimed});
  }

  JsonWriter out_{JsonLayout::lines};
};

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
  return Writer().write(config_path, source, read);
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
