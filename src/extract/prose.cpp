#include "extract/prose.h"

#include <string>

#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr std::size_t kMostNameWords = 8;

// The word that starts at `at`, which is no white space.
std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && space_size(text, end) == 0) end += code_point_at(text, end).size;
  return text.substr(at, end - at);
}

std::string letters_and_digits(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    if (is_letter(c.value) || is_digit(c.value)) append_utf8(out, c.value);
    i += c.size;
  }
  return fold_case(out);
}

}  // namespace

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t space = space_size(text, i);
    if (space == 0 && !inside) ++count;
    inside = space == 0;
    i += space != 0 ? space : code_point_at(text, i).size;
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
  const std::string left = letters_and_digits(a);
  return !left.empty() && left == letters_and_digits(b);
}

}  // namespace doccord
