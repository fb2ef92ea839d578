// JSON as a tree: `object` with `member name="..."`, `array`, and `item` for what stands in an
// array and is neither. A text's span is that of its bytes between the quotes.

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "parse/format_parser.h"
#include "parse/parse_error.h"
#include "parse/tree_builder.h"
#include "text/utf8.h"

namespace doccord {
namespace {

using std::string_view;

// Says whether a text is JSON, and where it is not.
class Check : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    offset_ = position > 0 ? position - 1 : 0;
    // Behind the library's own account of what kind of error it is and where.
    const string_view what = error.what();
    const std::size_t detail = what.find(": ");
    message_ = detail == string_view::npos ? what : what.substr(detail + 2);
    return false;
  }

  std::size_t offset() const { return offset_; }
  const std::string& message() const { return message_; }

 private:
  std::size_t offset_ = 0;
  std::string message_;
};

std::uint32_t hex_value(string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits) {
    value = value * 16 + static_cast<std::uint32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  return value;
}

// The code point of `\uXXXX`, or of two of them; leaves `at` behind. A tree cannot hold a NUL.
char32_t read_escaped_code_point(string_view raw, std::size_t& at) {
  std::uint32_t value = hex_value(raw.substr(at + 2, 4));
  at += 6;
  if (value >= 0xD800 && value <= 0xDBFF) {
    value = 0x10000 + ((value - 0xD800) << 10) + (hex_value(raw.substr(at + 2, 4)) - 0xDC00);
    at += 6;
  }
  return value == 0 ? U'\uFFFD' : static_cast<char32_t>(value);
}

std::string decode(string_view raw) {
  std::string out;
  for (std::size_t at = 0; at < raw.size();) {
    if (raw[at] != '\\') {
      out += raw[at++];
    } else if (raw[at + 1] == 'u') {
      append_utf8(out, read_escaped_code_point(raw, at));
    } else {
      constexpr string_view kLetters = "bfnrt";
      constexpr string_view kControls = "\b\f\n\r\t";
      const std::size_t letter = kLetters.find(raw[at + 1]);
      out += letter == string_view::npos ? raw[at + 1] : kControls[letter];
      at += 2;
    }
  }
  return out;
}

// Goes once through a text that is JSON.
class Reader {
 public:
  Reader(string_view text, TreeBuilder& tree) : text_(text), tree_(tree) {}

  void run();

 private:
  void read_value();
  void read_string();
  void add_scalar(string_view text, Span content, Span whole);
  void end_value(std::size_t end);
  Span string_at(std::size_t quote) const;
  bool in(string_view name) const { return name == tree_.current().name(); }

  string_view text_;
  TreeBuilder& tree_;
  std::size_t at_ = 0;
};

void Reader::run() {
  while (!tree_.failed()) {
    at_ = std::min(text_.find_first_not_of(" \t\r\n,:", at_), text_.size());
    if (at_ == text_.size()) return;
    read_value();
  }
}

void Reader::read_value() {
  const char c = text_[at_];
  if (c == '{' || c == '[') {
    tree_.open(c == '{' ? "object" : "array", at_++);
  } else if (c == '}' || c == ']') {
    tree_.close(++at_);
    end_value(at_);
  } else if (c == '"') {
    read_string();
  } else {
    const std::size_t end = std::min(text_.find_first_of(" \t\r\n,]}", at_), text_.size());
    const string_view word = text_.substr(at_, end - at_);
    add_scalar(word == "null" ? "" : word, {at_, end}, {at_, end});
    at_ = end;
  }
}

// In an object that waits for a member it is the member's name, otherwise a value.
void Reader::read_string() {
  const Span content = string_at(at_);
  const std::string text = decode(text_.substr(content.begin, content.size()));
  const Span whole{content.begin - 1, content.end + 1};
  at_ = whole.end;
  if (in("object")) {
    tree_.open("member", whole.begin);
    tree_.attribute("name", text);
  } else {
    add_scalar(text, content, whole);
  }
}

void Reader::add_scalar(string_view text, Span content, Span whole) {
  tree_.value(text, content, whole);
  end_value(whole.end);
}

// A member ends with its value.
void Reader::end_value(std::size_t end) {
  if (!tree_.failed() && in("member")) tree_.close(end);
}

Span Reader::string_at(std::size_t quote) const {
  std::size_t end = quote + 1;
  while (text_[end] != '"') end += text_[end] == '\\' ? 2 : 1;
  return {quote + 1, end};
}

Result<Document> parse_json(const Source& source) {
  if (const auto error = find_unreadable(source)) return tl::unexpected(*error);
  Check check;
  if (!nlohmann::json::sax_parse(source.text, &check)) {
    return tl::unexpected(error_at(source, check.offset(), check.message()));
  }
  TreeBuilder tree(source, Format::json);
  Reader(source.text, tree).run();
  return tree.finish();
}

}  // namespace

const FormatParser format_parsers::json{Format::json, parse_json};

}  // namespace doccord
