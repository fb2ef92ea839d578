#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace doccord {

// A class of keys that a heading names: `4xx`, or `400-499`.
struct SectionRange {
  std::string text;   // As the heading has it.
  std::string first;  // Digits, as many as `last` has.
  std::string last;

  // Whether the digits that the key begins with, which are as many, lie within.
  bool holds(std::string_view key) const;
};

// All that the heading names; none when it names no class.
std::vector<SectionRange> section_ranges(std::string_view section);

}  // namespace doccord
