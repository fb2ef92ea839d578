#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extract/code_lines.h"
#include "extract/constant_expression.h"

namespace doccord {

// One constant as a statement of a program defines it.
struct Constant {
  std::string_view name;
  std::string value;                      // As written, or what a sum comes to; may be empty.
  std::vector<std::string_view> strings;  // That stand beside the value.
  // It is a row of a table of them, "{404, "Not Found"}" or "XX(404, NOT_FOUND, Not Found)".
  bool tabled = false;
};

// What is known where a statement stands.
struct StatementContext {
  bool constants_only = false;  // A block that holds nothing else: Go's const ( ... ).
  bool enumerators = false;     // The statement is an enumerator.
  // The values of the constants so far, for those that are defined by another: BASE + 1.
  const ConstantValues* values = nullptr;
  const std::set<std::string_view>* row_macros = nullptr;  // See find_row_macros.
};

// The constant that a line defines, if it does. An enumerator may have no value.
std::optional<Constant> read_constant(const std::vector<CodeToken>& tokens,
                                      const StatementContext& context);

// Words that open several lines as WORD(404, NAME, ...) or WORD(NAME, "text") do: macros, whose
// arguments are the constants, and not constants themselves.
std::set<std::string_view> find_row_macros(const std::vector<CodeLine>& lines);

}  // namespace doccord
