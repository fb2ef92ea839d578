#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/code_lines.h"

namespace doccord {

// The value of an integer as programs write it, decimal or 0x...; nothing for any other text.
std::optional<long> integer_of(std::string_view text);

// A number without the suffix that says its type: 5L, 0x80070005UL.
std::string_view without_suffix(std::string_view number);

// Constants that an expression may name, with their values.
using ConstantValues = std::map<std::string_view, std::string>;

// What a calculation comes to, and the token behind it.
struct Calculation {
  long value = 0;
  std::size_t end = 0;
};

// Reads a calculation from token `at` on: sums, products, shifts to the left and "or" of integers
// and constants, with C's precedence and brackets: (BASE + 3), (IO_ERROR | (1 << 8)). Nothing where
// it holds anything else, an unknown constant or too large a number, and nothing for a value by
// itself, which calculates nothing.
std::optional<Calculation> read_calculation(const std::vector<CodeToken>& tokens, std::size_t at,
                                            const ConstantValues& constants);

}  // namespace doccord
