#include "extract/prose.h"

#include <string>

#include "text/next_space.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr std::size_t kMostNameWords = 8;

// The word that starts at `at`, which is no white space.
std::string_view word_at(std::string_view text, std::size_t at) {
  return text.substr(at, next_space(text, at) - at);
}

// The next letter or digit of `text`, in lower case; `at` moves behind it. Empty behind the last.
std::string next_letter_or_digit(std::string_view text, std::size_t& at) {
  while (at < text.size()) {
    const std::size_t begin = at;
    const CodePoint c = code_point_at(text, at);
    at += c.size;
    if (is_letter(c.value) || is_digit(c.value)) return fold_case(text.substr(begin, c.size));
  }
  return {};
}

}  // namespace

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t space = space_size(text, i)) {
      i += space;
      continue;
    }
    ++count;
    i = next_space(text, i);
  }
  return count;
}

bool ends_sentence(std::string_view text) {
  text = trim_right(text);
  while (!text.empty() && (text.back() == ')' || text.back() == '"' || text.back() == '\'' ||
                           text.back() == ']' || text.back() == '*' || text.back() == '_')) {
    text.remove_suffix(1);
  }
  if (text.ends_with("\u201D") || text.ends_with("\u2019")) text.remove_suffix(3);
  return !text.empty() && (text.back() == '.' || text.back() == '!' || text.back() == '?');
}

bool is_prose(std::string_view text) {
  return ends_sentence(text) || count_words(text) > kMostNameWords;
}

bool is_title_case(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t space = space_size(text, i)) {
      i += space;
      continue;
    }
    const std::string_view word = word_at(text, i);
    i += word.size();
    const char32_t first = code_point_at(word, 0).value;
    if (is_lower(first) && count_code_points(word) >= 4) return false;
  }
  return !text.empty();
}

bool same_name(std::string_view a, std::string_view b) {
  std::size_t at_a = 0;
  std::size_t at_b = 0;
  bool any = false;
  for (;; any = true) {
    const std::string letter = next_letter_or_digit(a, at_a);
    if (letter != next_letter_or_digit(b, at_b)) return false;
    if (letter.empty()) return any;
  }
}

}  // namespace doccord
