#pragma once

#include <concepts>
#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

namespace doccord {

// What a template is filled with: a text, yes or no, a list, or an object with named values. There
// is no value for ready-made HTML: every text is escaped where it is printed.
class Value {
 public:
  struct Member;
  using List = std::vector<Value>;
  using Object = std::vector<Member>;
  // Never held. libstdc++ 12 takes it for granted that a variant of texts and lists always holds
  // one of them, and destroys one even when memory ran out before it was copied; with an
  // alternative that it does not know, it looks first.
  struct Never {
    Never() = default;
    Never(const Never&) noexcept {}
    Never& operator=(const Never&) noexcept { return *this; }
  };
  using Data = std::variant<bool, std::string, List, Object, Never>;

  Value();
  Value(std::string text);
  Value(std::string_view text);
  Value(const char* text);
  Value(List list);
  Value(std::size_t number);
  // A template of one type, so that no pointer or number becomes yes or no by mistake.
  template <std::same_as<bool> Bool>
  Value(Bool flag);

  // Gives an object one more value; the name must be new.
  Value& set(std::string name, Value value) &;
  Value&& set(std::string name, Value value) &&;

  const Data& data() const { return data_; }

 private:
  Data data_;
};

struct Value::Member {
  std::string name;
  Value value;
};

// Here, where a Member is complete: clang asks for that as soon as a list of them could go away.
inline Value::Value() : data_(Object{}) {}
inline Value::Value(std::string text) : data_(std::move(text)) {}
inline Value::Value(std::string_view text) : data_(std::string(text)) {}
inline Value::Value(const char* text) : data_(std::string(text)) {}
inline Value::Value(List list) : data_(std::move(list)) {}
inline Value::Value(std::size_t number) : data_(std::to_string(number)) {}
template <std::same_as<bool> Bool>
Value::Value(Bool flag) : data_(static_cast<bool>(flag)) {}

inline Value&& Value::set(std::string name, Value value) && {
  set(std::move(name), std::move(value));
  return std::move(*this);
}

// All templates of the website, parsed once. They are Mustache without what could print a text
// unescaped: `{{{x}}}`, `{{&x}}` and changed delimiters are errors when a template is loaded, a tag
// without data is one when it is rendered. `{{> name}}` is replaced by the template `name` before
// parsing. An empty text counts as no in a section.
class TemplateSet {
 public:
  // `texts` goes from name to template; errors name the template with `.html` added.
  static Result<TemplateSet> parse(const std::map<std::string, std::string>& texts);

  TemplateSet(TemplateSet&&) noexcept;
  TemplateSet& operator=(TemplateSet&&) noexcept;
  ~TemplateSet();

  Result<std::string> render(const std::string& name, const Value& data) const;

 private:
  struct Parsed;
  TemplateSet();
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace doccord
