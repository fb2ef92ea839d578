#include "parse/xml_scan.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/limits.h"
#include "parse/parse_error.h"

namespace doccord {
namespace {

using std::string_view;

constexpr string_view kBlanks = " \t\r\n";

constexpr std::array<string_view, 5> kEntities{"amp", "apos", "gt", "lt", "quot"};

std::string quoted(string_view text) { return "\"" + std::string(text) + "\""; }

bool is_utf8_name(string_view encoding) {
  std::string name(encoding);
  for (char& c : name) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return name == "UTF-8" || name == "UTF8" || name == "US-ASCII" || name == "ASCII";
}

// The number of `#64` or `#x40`; what is no number is no character either.
std::uint32_t reference_value(string_view digits) {
  const bool hex = digits.starts_with('x');
  if (hex) digits.remove_prefix(1);
  std::uint32_t value = 0;
  if (digits.empty()) return 0;
  for (const char c : digits) {
    std::uint32_t digit = 16;
    if (c >= '0' && c <= '9') digit = static_cast<std::uint32_t>(c - '0');
    if (hex && c >= 'a' && c <= 'f') digit = static_cast<std::uint32_t>(c - 'a' + 10);
    if (hex && c >= 'A' && c <= 'F') digit = static_cast<std::uint32_t>(c - 'A' + 10);
    if (digit >= (hex ? 16U : 10U) || value > 0x10FFFF) return 0;
    value = value * (hex ? 16 : 10) + digit;
  }
  return value;
}

bool is_character(std::uint32_t value) {
  return value != 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
}

string_view name_at(string_view text, std::size_t begin) {
  const string_view rest = text.substr(std::min(begin, text.size()));
  return rest.substr(0, std::min(rest.find_first_of(" \t\r\n/>=<\"'"), rest.size()));
}

class Scanner {
 public:
  explicit Scanner(const Source& source) : source_(source), text_(source.text) {}

  Result<XmlScan> run();

 private:
  struct Open {
    string_view name;
    std::size_t index;  // In the list of elements.
  };

  void read_markup();
  void read_text();
  void read_start_tag();
  void read_end_tag();
  void read_declaration();
  void read_document_type();
  // One attribute, which begins here; false when the tag is malformed.
  bool read_attribute(std::vector<string_view>& names);
  void check_references(std::size_t begin, std::size_t end);
  void skip_past(std::size_t from, string_view end, string_view what);
  string_view name_at(std::size_t begin) const { return doccord::name_at(text_, begin); }
  bool starts(string_view markup) const { return text_.substr(at_).starts_with(markup); }
  void fail(std::size_t offset, std::string message);

  const Source& source_;
  string_view text_;
  std::size_t at_ = 0;
  XmlScan scan_;
  std::vector<Open> open_;
  std::optional<Error> error_;
};

Result<XmlScan> Scanner::run() {
  if (starts("<?xml ")) read_declaration();
  while (at_ < text_.size() && !error_) {
    text_[at_] == '<' ? read_markup() : read_text();
  }
  if (!error_ && !open_.empty()) {
    fail(scan_.elements[open_.back().index].begin,
         "element " + quoted(open_.back().name) + " is not closed");
  }
  if (!error_ && scan_.elements.empty()) fail(0, "no element, expected an XML document");
  if (error_) return tl::unexpected(*error_);
  return std::move(scan_);
}

void Scanner::read_markup() {
  if (starts("<!--")) return skip_past(at_ + 4, "-->", "comment");
  if (starts("<?")) return skip_past(at_ + 2, "?>", "processing instruction");
  if (starts("<![CDATA[")) return skip_past(at_ + 9, "]]>", "CDATA section");
  if (starts("<!")) return read_document_type();
  if (starts("</")) return read_end_tag();
  read_start_tag();
}

void Scanner::read_text() {
  const std::size_t end = std::min(text_.find('<', at_), text_.size());
  const std::size_t first = text_.find_first_not_of(kBlanks, at_);
  if (open_.empty() && first < end) return fail(first, "text outside the root element");
  check_references(at_, end);
  at_ = end;
}

void Scanner::read_start_tag() {
  const std::size_t begin = at_;
  const string_view name = name_at(begin + 1);
  if (name.empty()) return fail(begin, "\"<\" without a tag, expected \"&lt;\"");
  if (open_.empty() && !scan_.elements.empty()) {
    return fail(begin, "second root element " + quoted(name));
  }
  if (open_.size() >= limits().depth) {
    return fail(begin, limit_message("nesting", limits().depth, "elements", "depth"));
  }
  if (scan_.elements.size() == limits().nodes) {
    return fail(begin, limit_message("document", limits().nodes, "elements", "nodes"));
  }
  open_.push_back({name, scan_.elements.size()});
  scan_.elements.push_back({begin, begin});
  std::vector<string_view> attributes;
  for (at_ = begin + 1 + name.size(); at_ < text_.size();) {
    at_ = std::min(text_.find_first_not_of(kBlanks, at_), text_.size());
    if (starts(">") || starts("/>")) break;
    if (!read_attribute(attributes)) return;
  }
  if (at_ >= text_.size()) return fail(begin, "start tag " + quoted(name) + " is not closed");
  if (text_[at_] == '/') {
    scan_.elements.back().end = at_ + 2;
    open_.pop_back();
    ++at_;
  }
  ++at_;
}

bool Scanner::read_attribute(std::vector<string_view>& names) {
  const std::size_t begin = at_;
  const string_view name = name_at(begin);
  std::size_t value = text_.find_first_not_of(kBlanks, begin + name.size());
  if (!name.empty() && value < text_.size() && text_[value] == '=') {
    value = text_.find_first_not_of(kBlanks, value + 1);
  } else {
    value = string_view::npos;
  }
  if (value >= text_.size() || (text_[value] != '"' && text_[value] != '\'')) {
    fail(begin, "malformed attribute, expected a name and a quoted value");
    return false;
  }
  if (std::find(names.begin(), names.end(), name) != names.end()) {
    fail(begin, "attribute " + quoted(name) + " is given twice");
    return false;
  }
  names.push_back(name);
  if (names.size() > limits().attributes) {
    fail(begin, limit_message("element", limits().attributes, "attributes", "attributes"));
    return false;
  }
  const std::size_t end = text_.find(text_[value], value + 1);
  if (end == string_view::npos) {
    fail(value, "value of attribute " + quoted(name) + " is not closed");
    return false;
  }
  check_references(value, end);
  at_ = end + 1;
  return !error_;
}

void Scanner::read_end_tag() {
  const string_view name = name_at(at_ + 2);
  const std::size_t end = text_.find_first_not_of(kBlanks, at_ + 2 + name.size());
  if (end >= text_.size() || text_[end] != '>') return fail(at_, "end tag is not closed");
  if (open_.empty()) return fail(at_, "end tag " + quoted(name) + " without a start tag");
  if (open_.back().name != name) {
    return fail(at_, "end tag " + quoted(name) + ", expected that of " + quoted(open_.back().name));
  }
  scan_.elements[open_.back().index].end = end + 1;
  open_.pop_back();
  at_ = end + 1;
}

// The text is UTF-8 by now; what it says of itself must agree, unless it makes no difference.
void Scanner::read_declaration() {
  const std::size_t end = std::min(text_.find("?>"), text_.size());
  const string_view declaration = text_.substr(0, end);
  const std::size_t label = declaration.find("encoding");
  const std::size_t open = declaration.find_first_of("\"'", label);
  if (label != string_view::npos && open != string_view::npos) {
    const std::size_t close = std::min(declaration.find(declaration[open], open + 1), end);
    const string_view encoding = declaration.substr(open + 1, close - open - 1);
    const bool ascii = std::all_of(text_.begin(), text_.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!ascii && !is_utf8_name(encoding)) {
      return fail(open + 1, "encoding " + quoted(encoding) + ", expected UTF-8");
    }
  }
  at_ = end;
  skip_past(end, "?>", "XML declaration");
}

// Passed over, with what it defines; entities are never expanded.
void Scanner::read_document_type() {
  const std::size_t begin = at_;
  int depth = 0;
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (starts("<!--")) {
      skip_past(at_ + 4, "-->", "comment");
      if (error_) return;
      continue;
    }
    if (c == '"' || c == '\'') {
      at_ = std::min(text_.find(c, at_ + 1), text_.size() - 1);
    } else if (c == '<' || c == '[') {
      ++depth;
    } else if ((c == '>' || c == ']') && --depth == 0) {
      ++at_;
      return;
    }
    ++at_;
  }
  fail(begin, "document type is not closed");
}

void Scanner::check_references(std::size_t begin, std::size_t end) {
  // Only so far: each piece of text would look for an ampersand up to the end of the document.
  const string_view until_end = text_.substr(0, end);
  for (std::size_t i = until_end.find('&', begin); i < end; i = until_end.find('&', i + 1)) {
    const std::size_t semicolon = text_.find_first_of(";&< \t\r\n", i + 1);
    const bool closed = semicolon < end && text_[semicolon] == ';';
    if (!closed) return fail(i, "\"&\" without an entity, expected \"&amp;\"");
    const string_view name = text_.substr(i + 1, semicolon - i - 1);
    if (name.starts_with('#')) {
      if (is_character(reference_value(name.substr(1)))) continue;
      return fail(i, "\"&" + std::string(name) + ";\" is no character");
    }
    if (std::find(kEntities.begin(), kEntities.end(), name) == kEntities.end()) {
      return fail(i, "undefined entity " + quoted(name));
    }
  }
}

void Scanner::skip_past(std::size_t from, string_view end, string_view what) {
  const std::size_t found = text_.find(end, from);
  if (found == string_view::npos) return fail(at_, std::string(what) + " is not closed");
  at_ = found + end.size();
}

void Scanner::fail(std::size_t offset, std::string message) {
  error_ = error_at(source_, offset, std::move(message));
  at_ = text_.size();
}

}  // namespace

Result<XmlScan> scan_xml(const Source& source) { return Scanner(source).run(); }

std::string_view xml_root(string_view text) {
  std::size_t at = text.find('<');
  while (at < text.size() - 1 && (text[at + 1] == '?' || text[at + 1] == '!')) {
    const string_view end = text.substr(at).starts_with("<!--") ? "-->" : ">";
    at = text.find('<', std::min(text.find(end, at), text.size()));
  }
  if (at >= text.size()) return "";
  return name_at(text, at + 1);
}

}  // namespace doccord
