#include "load/scope.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <utility>

#include "text/key_order.h"

namespace doccord {
namespace {

using View = std::string_view;

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

bool is_hexadecimal(View text) { return text.starts_with("0x") || text.starts_with("0X"); }

// The key without what is numbered below it: 404 of 404.15. Other keys have dots of their own.
View without_substatus(View key) {
  const std::size_t dot = key.find('.');
  const bool number =
      dot != View::npos && dot > 0 &&
      std::all_of(key.begin(), key.begin() + static_cast<std::ptrdiff_t>(dot), is_digit_byte);
  return number ? key.substr(0, dot) : key;
}

// The two ends of "400-499"; both empty when the text is no range of numbers.
std::pair<View, View> range_of(View text) {
  const std::size_t hyphen = text.find('-');
  if (hyphen == View::npos || hyphen + 1 == text.size() || !is_digit_byte(text[0]) ||
      !is_digit_byte(text[hyphen + 1])) {
    return {};
  }
  return {text.substr(0, hyphen), text.substr(hyphen + 1)};
}

bool in_range(View key, std::pair<View, View> range) {
  const auto [first, last] = range_of(key);
  if (!first.empty()) return in_range(first, range) && in_range(last, range);
  const View number = without_substatus(key);
  if (number.empty() || !is_digit_byte(number[0])) return false;
  if (is_hexadecimal(number) != is_hexadecimal(range.first)) return false;
  return !key_less(number, range.first) && !key_less(range.second, number);
}

// "4xx" and "0x8007xxxx": digits, then an x for each that may be any.
bool is_class(View pattern) {
  const View body = is_hexadecimal(pattern) && pattern.size() > 3 ? pattern.substr(2) : pattern;
  const std::size_t digits =
      body.size() - static_cast<std::size_t>(std::count_if(
                        body.begin(), body.end(), [](char c) { return c == 'x' || c == 'X'; }));
  return digits > 0 && digits < body.size() && is_digit_byte(body[0]) &&
         body.find_first_of("xX") == digits;
}

bool in_class(View key, View pattern) {
  const View number = without_substatus(key);
  if (number.size() != pattern.size()) return false;
  const bool hexadecimal = is_hexadecimal(pattern) && pattern.size() > 3;
  if (hexadecimal && !is_hexadecimal(number)) return false;
  for (std::size_t i = hexadecimal ? 2 : 0; i < number.size(); ++i) {
    const bool any = pattern[i] == 'x' || pattern[i] == 'X';
    const bool digit = hexadecimal ? std::isxdigit(static_cast<unsigned char>(number[i])) != 0
                                   : is_digit_byte(number[i]);
    if (!digit || (!any && number[i] != pattern[i])) return false;
  }
  return true;
}

// With `*` for any text. Goes back to the last `*` only, so that it takes no more than the product
// of the lengths.
bool matches_glob(View text, View glob) {
  std::size_t at = 0;
  std::size_t in_glob = 0;
  std::size_t star = View::npos;
  std::size_t behind_star = 0;
  while (at < text.size()) {
    if (in_glob < glob.size() && glob[in_glob] == '*') {
      star = in_glob++;
      behind_star = at;
    } else if (in_glob < glob.size() && glob[in_glob] == text[at]) {
      ++at;
      ++in_glob;
    } else if (star != View::npos) {
      in_glob = star + 1;
      at = ++behind_star;
    } else {
      return false;
    }
  }
  return glob.find_first_not_of('*', in_glob) == View::npos;
}

}  // namespace

bool falls_within(View key, View pattern) {
  if (key == pattern || without_substatus(key) == pattern) return true;
  if (pattern.find('*') != View::npos) return matches_glob(key, pattern);
  if (is_class(pattern)) return in_class(key, pattern);
  const auto range = range_of(pattern);
  return !range.first.empty() && in_range(key, range);
}

bool in_scope(View key, const std::vector<std::string>& patterns) {
  return patterns.empty() ||
         std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::string& pattern) { return falls_within(key, pattern); });
}

}  // namespace doccord
