// Builds the tree of a configuration from the events of nlohmann's parser. The parser does not tell
// where a token begins, so the bytes that it takes are counted: a token begins behind the one
// before, once blanks, comments, commas and colons are skipped.

#include "load/config_tree.h"

#include <fmt/format.h>
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "text/line_index.h"
#include "text/utf8.h"

namespace doccord {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostDepth = 32;

// Hands bytes to the parser and writes down how many it has taken.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const std::string& text, std::size_t at, std::size_t& taken)
      : text_(&text), at_(at), taken_(&taken) {}
  reference operator*() const { return (*text_)[at_]; }
  CountingIterator& operator++() {
    *taken_ = ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
    return a.at_ == b.at_;
  }

 private:
  const std::string* text_;
  std::size_t at_;
  std::size_t* taken_;
};

// What stands between two tokens. The text is known to be right up to here.
std::size_t skip_to_token(std::string_view text, std::size_t at) {
  constexpr std::string_view kBetween = " \t\r\n,:";
  for (;;) {
    at = std::min(text.find_first_not_of(kBetween, at), text.size());
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("//")) {
      at = std::min(text.find('\n', at), text.size());
    } else if (rest.starts_with("/*")) {
      at = std::min(text.find("*/", at), text.size() - 2) + 2;
    } else {
      return at;
    }
  }
}

class TreeBuilder : public nlohmann::json_sax<Json> {
 public:
  TreeBuilder(const std::string& path, const std::string& text) : path_(path), text_(text) {}

  Result<ConfigValue> run() {
    const CountingIterator begin(text_, 0, taken_);
    const CountingIterator end(text_, text_.size(), ignored_);
    if (Json::sax_parse(begin, end, this, nlohmann::detail::input_format_t::json, true, true)) {
      return std::move(root_);
    }
    return tl::unexpected(std::move(error_));
  }

  bool null() override { return add(ConfigValue::Kind::null, {}); }
  bool boolean(bool value) override {
    return add(ConfigValue::Kind::flag, value ? "true" : "false");
  }
  bool number_integer(Json::number_integer_t value) override {
    return add(ConfigValue::Kind::number, std::to_string(value));
  }
  bool number_unsigned(Json::number_unsigned_t value) override {
    return add(ConfigValue::Kind::number, std::to_string(value));
  }
  bool number_float(Json::number_float_t, const Json::string_t& written) override {
    return add(ConfigValue::Kind::number, written);
  }
  bool string(Json::string_t& value) override {
    return add(ConfigValue::Kind::text, std::move(value));
  }
  bool binary(Json::binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(ConfigValue::Kind::object); }
  bool start_array(std::size_t) override { return open(ConfigValue::Kind::list); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(Json::string_t& name) override {
    const ConfigPlace place = next_place();
    if (!open_.back().names.insert(name).second) {
      return fail(config_error(place, fmt::format("`{}` stands twice here", name)));
    }
    open_.back().value->members.push_back({std::move(name), place, {}});
    return true;
  }

  bool parse_error(std::size_t byte, const std::string&,
                   const nlohmann::detail::exception& exception) override {
    // "[json.exception...] parse error at ...: syntax error while parsing ... - unexpected ..."
    const std::string_view what = exception.what();
    const std::size_t dash = what.rfind(" - ");
    std::string message = "is not valid JSON";
    if (dash != std::string_view::npos) message += ": " + std::string(what.substr(dash + 3));
    const std::size_t offset = byte == 0 ? 0 : std::min(byte - 1, text_.size());
    const Position position = LineIndex(text_).position(offset);
    return fail({path_, position.line, position.column, message});
  }

 private:
  // An object or list whose end is still to come.
  struct Open {
    ConfigValue* value;
    std::set<std::string> names;  // Of its members.
  };

  // Tokens come in order, so that each byte is looked at once, however long the lines are.
  ConfigPlace place_of(std::size_t offset) {
    for (; position_at_ < offset; ++position_at_) {
      if (text_[position_at_] == '\n') {
        position_ = {position_.line + 1, 1};
      } else if ((static_cast<unsigned char>(text_[position_at_]) & 0xC0U) != 0x80U) {
        ++position_.column;
      }
    }
    return {path_, position_.line, position_.column};
  }

  // The place of the token that the parser has just taken.
  ConfigPlace next_place() {
    const std::size_t begin = skip_to_token(text_, behind_last_);
    behind_last_ = taken_;
    return place_of(begin);
  }

  bool fail(Error error) {
    error_ = std::move(error);
    return false;
  }

  ConfigValue& slot() {
    if (open_.empty()) return root_;
    ConfigValue& parent = *open_.back().value;
    if (parent.kind == ConfigValue::Kind::object) return parent.members.back().value;
    return parent.items.emplace_back();
  }

  ConfigValue& put(ConfigValue::Kind kind, std::string text) {
    ConfigValue& value = slot();
    value.kind = kind;
    value.flag = text == "true";
    value.text = std::move(text);
    value.place = next_place();
    return value;
  }

  bool add(ConfigValue::Kind kind, std::string text) {
    put(kind, std::move(text));
    // A number ends where the byte behind it was looked at.
    const bool looked_ahead = kind == ConfigValue::Kind::number && behind_last_ > 0 &&
                              (text_[behind_last_ - 1] < '0' || text_[behind_last_ - 1] > '9');
    if (looked_ahead) --behind_last_;
    return true;
  }

  bool open(ConfigValue::Kind kind) {
    ConfigValue& value = put(kind, {});
    if (open_.size() >= kMostDepth) return fail(config_error(value.place, "is nested too deeply"));
    // Stays where it is: what it stands in grows only after it is closed.
    open_.push_back({&value, {}});
    return true;
  }

  bool close() {
    open_.pop_back();
    behind_last_ = taken_;
    return true;
  }

  std::string path_;
  std::string text_;
  std::size_t taken_ = 0;
  std::size_t ignored_ = 0;
  std::size_t behind_last_ = 0;  // Where the token before ended.
  Position position_;            // Of the byte `position_at_`.
  std::size_t position_at_ = 0;
  std::vector<Open> open_;
  ConfigValue root_;
  Error error_;
};

}  // namespace

const ConfigValue* ConfigValue::find(std::string_view name) const {
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&](const ConfigMember& member) { return member.name == name; });
  return found == members.end() ? nullptr : &found->value;
}

ConfigValue* ConfigValue::find(std::string_view name) {
  return const_cast<ConfigValue*>(std::as_const(*this).find(name));
}

std::string_view described(ConfigValue::Kind kind) {
  switch (kind) {
    case ConfigValue::Kind::null:
      return "null";
    case ConfigValue::Kind::flag:
      return "true or false";
    case ConfigValue::Kind::number:
      return "a number";
    case ConfigValue::Kind::text:
      return "a string";
    case ConfigValue::Kind::list:
      return "a list";
    case ConfigValue::Kind::object:
      return "an object";
  }
  return "";
}

Error config_error(const ConfigPlace& place, std::string message) {
  return {place.path, place.line, place.column, std::move(message)};
}

Result<ConfigValue> parse_config_tree(const std::string& path, const std::string& text) {
  if (find_invalid_utf8(text)) return tl::unexpected(Error{path, 0, 0, "is not UTF-8"});
  return TreeBuilder(path, text).run();
}

}  // namespace doccord
