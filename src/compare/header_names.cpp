#include "compare/header_names.h"

#include <array>
#include <string>
#include <unordered_map>

#include "text/edit_distance.h"
#include "text/utf8.h"

namespace doccord {
namespace {

constexpr std::size_t kShortest = 8;  // Shorter names differ in one letter by chance.

constexpr std::array kNames = {
#define HEADER(name) std::string_view(name),
#include "compare/lexicon/header_names.def"
#undef HEADER
};

const std::unordered_map<std::string, std::string_view>& names() {
  static const auto all = [] {
    std::unordered_map<std::string, std::string_view> made;
    for (const std::string_view name : kNames) made.emplace(fold_case(name), name);
    return made;
  }();
  return all;
}

// Whether it begins like a name: capitals, letters and hyphens, one hyphen at least.
bool looks_like_header(std::string_view word) {
  bool hyphen = false;
  for (const char c : word) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && c != '-') return false;
    hyphen = hyphen || c == '-';
  }
  const char last_start = word[word.rfind('-') + 1 < word.size() ? word.rfind('-') + 1 : 0];
  return hyphen && word[0] >= 'A' && word[0] <= 'Z' && last_start >= 'A' && last_start <= 'Z';
}

}  // namespace

bool is_header_name(std::string_view word) { return names().contains(fold_case(word)); }

std::optional<std::string_view> near_header_name(std::string_view word) {
  if (word.size() < kShortest || !looks_like_header(word) || is_header_name(word)) {
    return std::nullopt;
  }
  const std::string folded = fold_case(word);
  for (const std::string_view name : kNames) {  // In the order of the table: always the same.
    if (name.find('-') == std::string_view::npos) continue;
    if (edit_distance(folded, fold_case(name), 1) == 1) return name;
  }
  return std::nullopt;
}

}  // namespace doccord
