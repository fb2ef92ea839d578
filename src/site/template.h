#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

namespace doccord {

// What a template calls a value. Names stand in the program's own text, so that nothing is copied
// for them and the template finds them by number.
class Name {
 public:
  template <std::size_t size>
  consteval Name(const char (&text)[size]) : text_(text, size - 1), number_(number_of(text_)) {}
  // For the names in templates, which outlive what is made of them.
  static constexpr Name in_template(std::string_view text) { return Name(text); }

  constexpr std::string_view text() const { return text_; }
  friend constexpr bool operator==(const Name& a, const Name& b) {
    return a.number_ == b.number_ && a.text_ == b.text_;
  }

 private:
  explicit constexpr Name(std::string_view text) : text_(text), number_(number_of(text)) {}
  static constexpr std::uint32_t number_of(std::string_view text) {  // FNV-1a.
    std::uint32_t number = 2166136261u;
    for (const char c : text) number = (number ^ static_cast<unsigned char>(c)) * 16777619u;
    return number;
  }

  std::string_view text_;
  std::uint32_t number_;
};

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
  Value& set(Name name, Value value) &;
  Value&& set(Name name, Value value) &&;

  const Data& data() const { return data_; }
  // What an object has by that name, or null; null for all that is no object.
  const Value* find(const Name& name) const;
  // Whether a section of it is shown: yes, an object, a text or a list that is not empty.
  bool holds() const;

 private:
  Data data_;
};

struct Value::Member {
  Name name;
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

inline Value&& Value::set(Name name, Value value) && {
  set(name, std::move(value));
  return std::move(*this);
}

// All templates of the website, parsed once, and then used from any number of threads. They are
// Mustache without what could print a text unescaped: `{{{x}}}`, `{{&x}}` and changed delimiters
// are errors when a template is loaded, a tag without data is one when it is rendered. `{{> name}}`
// is replaced by the template `name` before parsing. An empty text counts as no in a section. A
// line that shows nothing but the borders of sections is left out with its end.
//
// No library renders them: those that there are copy all data into values of their own and look
// every name up by its letters, which took more time than all else that makes a site.
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
