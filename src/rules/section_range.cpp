#include "rules/section_range.h"

#include <algorithm>

#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_digit(static_cast<unsigned char>(text[at]));
}

bool is_word_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char32_t c = code_point_at(text, at).value;
  return is_letter(c) || is_digit(c) || c == '_' || c == '.';
}

std::string_view digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (is_digit_at(text, end)) ++end;
  return text.substr(at, end - at);
}

// Steps over `-`, a dash, `..`, `...`, "to" or "through" with blanks round it; 0 when none is
// there.
std::size_t range_mark_size(std::string_view rest) {
  const std::string_view trimmed = trim_left(rest);
  for (const std::string_view mark : {"-", "–", "—", "...", "..", "to ", "through "}) {
    if (!trimmed.starts_with(mark)) continue;
    const std::string_view after = trim_left(trimmed.substr(mark.size()));
    return rest.size() - after.size();
  }
  return 0;
}

// `4xx`, `4XX`, `40x`; nothing otherwise.
bool read_class(std::string_view text, std::size_t at, std::size_t& end, SectionRange& out) {
  const std::string_view digits = digits_at(text, at);
  end = at + digits.size();
  while (end < text.size() && (text[end] == 'x' || text[end] == 'X')) ++end;
  const std::size_t open = end - at - digits.size();
  if (open == 0 || (digits == "0" && open == 1)) return false;  // "0x" begins a number.
  out = {std::string(text.substr(at, end - at)), std::string(digits) + std::string(open, '0'),
         std::string(digits) + std::string(open, '9')};
  return true;
}

bool read_range(std::string_view text, std::size_t at, std::size_t& end, SectionRange& out) {
  const std::string_view first = digits_at(text, at);
  const std::size_t mark = range_mark_size(text.substr(at + first.size()));
  if (mark == 0) return false;
  const std::string_view last = digits_at(text, at + first.size() + mark);
  end = at + first.size() + mark + last.size();
  if (first.size() < 2 || last.size() != first.size() || last < first) return false;
  out = {std::string(text.substr(at, end - at)), std::string(first), std::string(last)};
  return true;
}

}  // namespace

bool SectionRange::holds(std::string_view key) const {
  const std::string_view digits = digits_at(key, 0);
  return digits.size() == first.size() && first <= digits && digits <= last;
}

std::vector<SectionRange> section_ranges(std::string_view section) {
  std::vector<SectionRange> all;
  for (std::size_t at = 0; at < section.size();) {
    if (!is_digit_at(section, at)) {
      const std::size_t size = code_point_at(section, at).size;
      // Digits inside a word are not at issue: "RFC2616", "v1.1".
      const bool word = is_word_at(section, at) && section[at] != '.';
      at += size;
      while (word && is_word_at(section, at)) at += code_point_at(section, at).size;
      continue;
    }
    SectionRange range;
    std::size_t end = at;
    const bool found = read_class(section, at, end, range) || read_range(section, at, end, range);
    if (found && !is_word_at(section, end)) all.push_back(range);
    at = found ? end : at + digits_at(section, at).size();
  }
  return all;
}

}  // namespace doccord
