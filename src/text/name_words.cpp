#include "text/name_words.h"

#include <algorithm>

#include "text/utf8.h"

namespace doccord {
namespace {

bool is_word_byte(char c) {
  return is_digit(static_cast<unsigned char>(c)) || is_letter(static_cast<unsigned char>(c)) ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_upper_byte(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower_byte(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

std::string_view shared_beginning(const std::vector<std::string_view>& names) {
  if (names.empty()) return {};
  std::string_view shared = names.front();
  for (const std::string_view name : names) {
    const auto end = std::mismatch(shared.begin(), shared.end(), name.begin(), name.end()).first;
    shared = shared.substr(0, static_cast<std::size_t>(end - shared.begin()));
  }
  return shared;
}

}  // namespace

bool is_hump(std::string_view run, std::size_t at) {
  const char before = run[at - 1];
  const char here = run[at];
  if (is_digit_byte(before) != is_digit_byte(here)) return true;
  if (is_lower_byte(before) && is_upper_byte(here)) return true;
  return is_upper_byte(before) && is_upper_byte(here) && at + 2 < run.size() &&
         is_lower_byte(run[at + 1]) && is_lower_byte(run[at + 2]);
}

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < name.size();) {
    if (!is_word_byte(name[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < name.size() && is_word_byte(name[end])) ++end;
    const std::string_view run = name.substr(at, end - at);
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= run.size(); ++i) {
      if (i < run.size() && !is_hump(run, i)) continue;
      words.push_back(fold_case(run.substr(begin, i - begin)));
      begin = i;
    }
    at = end;
  }
  return words;
}

std::string_view constant_prefix(const std::vector<std::string_view>& names) {
  const std::string_view shared = shared_beginning(names);
  return shared.substr(0, shared.rfind('_') + 1);
}

std::string_view camel_prefix(const std::vector<std::string_view>& names) {
  std::string_view shared = shared_beginning(names);
  const auto humps_behind = [&](std::string_view name) {
    return name.size() > shared.size() && is_hump(name, shared.size());
  };
  while (!shared.empty() && !std::all_of(names.begin(), names.end(), humps_behind)) {
    shared.remove_suffix(1);
  }
  return shared;
}

}  // namespace doccord
