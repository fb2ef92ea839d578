/// @file
/// Errors as values: what input and environment can do wrong is returned, never thrown.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// The library for programs that embed doccord. Everything else below doccord is the library's own
/// and may change at any time.
namespace doccord::api {

/// Why there is no result, and where. The message is lower case, without a full stop.
struct Error {
  std::string path;        ///< The file or document at fault; empty when there is none.
  std::size_t line = 0;    ///< From 1; 0 when the whole file is meant.
  std::size_t column = 0;  ///< From 1, in code points; 0 when the whole line is meant.
  std::string message;     ///< What is wrong, and what was expected.
};

/// "path:line:column: error: message", or "doccord: error: message" without a path.
std::string to_string(const Error& error);

/// A value, or all that kept us from one.
template <class T>
class Result {
 public:
  /// A result that has the value.
  Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
  /// A result that has none; `errors` are at least one.
  Result(std::vector<Error> errors) : content_(std::in_place_index<1>, std::move(errors)) {}

  /// Whether there is a value.
  bool has_value() const { return content_.index() == 0; }
  /// Whether there is a value.
  explicit operator bool() const { return has_value(); }

  /// The value. Throws std::bad_variant_access when there is none: ask first.
  T& value() & { return std::get<0>(content_); }
  /// The value, as above.
  const T& value() const& { return std::get<0>(content_); }
  /// The value, as above, to be moved from.
  T&& value() && { return std::get<0>(std::move(content_)); }
  /// The same as value().
  T& operator*() & { return value(); }
  /// The same as value().
  const T& operator*() const& { return value(); }
  /// The same as value().
  T&& operator*() && { return std::move(*this).value(); }
  /// The same as value(), for its members.
  T* operator->() { return &value(); }
  /// The same as value(), for its members.
  const T* operator->() const { return &value(); }

  /// What is wrong. Throws std::bad_variant_access when there is a value: ask first.
  const std::vector<Error>& errors() const { return std::get<1>(content_); }

 private:
  std::variant<T, std::vector<Error>> content_;
};

}  // namespace doccord::api
