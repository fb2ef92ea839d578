#include "extract/constant_expression.h"

#include <array>
#include <charconv>
#include <limits>

namespace doccord {
namespace {

using Kind = CodeToken::Kind;

constexpr std::size_t kMostBrackets = 32;  // One in another.

enum class Operator { bit_or, shift, add, multiply };

// From the loosest to the tightest.
constexpr std::array kPrecedence{Operator::bit_or, Operator::shift, Operator::add,
                                 Operator::multiply};

std::string_view mark_of(Operator operation) {
  switch (operation) {
    case Operator::bit_or:
      return "|";
    case Operator::shift:
      return "<";
    case Operator::add:
      return "+";
    case Operator::multiply:
      return "*";
  }
  return {};
}

std::optional<long> shifted(long value, long places) {
  if (value < 0 || places < 0 || places >= std::numeric_limits<long>::digits) return std::nullopt;
  if (value > std::numeric_limits<long>::max() >> places) return std::nullopt;
  return value << places;
}

std::optional<long> apply(Operator operation, long a, long b) {
  long result = 0;
  switch (operation) {
    case Operator::bit_or:
      return a | b;
    case Operator::shift:
      return shifted(a, b);
    case Operator::add:
      return __builtin_add_overflow(a, b, &result) ? std::nullopt : std::optional(result);
    case Operator::multiply:
      return __builtin_mul_overflow(a, b, &result) ? std::nullopt : std::optional(result);
  }
  return std::nullopt;
}

// Reads by recursive descent, one level of precedence a call.
class ExpressionReader {
 public:
  ExpressionReader(const std::vector<CodeToken>& tokens, std::size_t at,
                   const ConstantValues& constants)
      : tokens_(tokens), at_(at), constants_(constants) {}

  std::optional<Calculation> read() {
    const auto value = read_level(0);
    if (!value || !calculated_) return std::nullopt;
    return Calculation{*value, at_};
  }

 private:
  std::optional<long> read_level(std::size_t level) {
    if (level == kPrecedence.size()) return read_operand();
    const Operator operation = kPrecedence[level];
    auto value = read_level(level + 1);
    while (value && take(operation)) {
      const auto right = read_level(level + 1);
      value = right ? apply(operation, *value, *right) : std::nullopt;
      calculated_ = true;
    }
    return value;
  }

  bool take(Operator operation) {
    const bool doubled = operation == Operator::shift;
    if (!is_mark(tokens_, at_, mark_of(operation))) return false;
    if (doubled && !is_mark(tokens_, at_ + 1, mark_of(operation))) return false;
    at_ += doubled ? 2 : 1;
    return true;
  }

  std::optional<long> read_operand() {
    if (is_mark(tokens_, at_, "(")) return read_brackets();
    if (at_ >= tokens_.size()) return std::nullopt;
    const CodeToken& token = tokens_[at_++];
    if (token.kind == Kind::number) return integer_of(without_suffix(token.text));
    const auto constant = constants_.find(token.text);
    if (token.kind != Kind::word || constant == constants_.end()) return std::nullopt;
    return integer_of(constant->second);
  }

  std::optional<long> read_brackets() {
    if (++brackets_ > kMostBrackets) return std::nullopt;
    ++at_;
    const auto value = read_level(0);
    --brackets_;
    if (!is_mark(tokens_, at_, ")")) return std::nullopt;
    ++at_;
    return value;
  }

  const std::vector<CodeToken>& tokens_;
  std::size_t at_;
  const ConstantValues& constants_;
  std::size_t brackets_ = 0;
  bool calculated_ = false;
};

}  // namespace

std::optional<long> integer_of(std::string_view text) {
  const bool hexadecimal = text.starts_with("0x") || text.starts_with("0X");
  if (hexadecimal) text.remove_prefix(2);
  long number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number, hexadecimal ? 16 : 10);
  return error == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

std::string_view without_suffix(std::string_view number) {
  while (number.size() > 1 && (number.back() == 'L' || number.back() == 'l' ||
                               number.back() == 'U' || number.back() == 'u')) {
    number.remove_suffix(1);
  }
  return number;
}

std::optional<Calculation> read_calculation(const std::vector<CodeToken>& tokens, std::size_t at,
                                            const ConstantValues& constants) {
  return ExpressionReader(tokens, at, constants).read();
}

}  // namespace doccord
