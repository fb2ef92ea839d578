#include "text/hyphenation.h"

#include <array>

#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

// The hyphen that `text` ends with and that was put there to break a word.
std::string_view breaking_hyphen(std::string_view text) {
  static constexpr std::array<std::string_view, 2> kHyphens{"\u2010", "\u00AD"};
  for (const std::string_view hyphen : kHyphens) {
    if (text.ends_with(hyphen)) return hyphen;
  }
  return {};
}

bool begins_with_small_letter(std::string_view text) {
  if (text.empty()) return false;
  const CodePoint first = code_point_at(text, 0);
  return is_letter(first.value) &&
         fold_case(text.substr(0, first.size)) == text.substr(0, first.size);
}

bool ends_with_letter(std::string_view text) {
  std::size_t last = text.size();
  while (last > 0 && (static_cast<unsigned char>(text[--last]) & 0xC0) == 0x80) continue;
  return !text.empty() && is_letter(code_point_at(text, last).value);
}

}  // namespace

std::size_t hyphen_break_size(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  std::size_t end = at + code_point_at(text, at).size;
  if (breaking_hyphen(text.substr(at, end - at)).empty()) return 0;
  bool line_end = false;
  for (std::size_t space = 0; (space = space_size(text, end)) > 0; end += space) {
    line_end = line_end || text[end] == '\n' || text[end] == '\r';
  }
  return line_end && begins_with_small_letter(text.substr(end)) ? end - at : 0;
}

void append_wrapped(std::string& text, std::string_view line) {
  const std::string_view hyphen = breaking_hyphen(text);
  const std::string_view whole(text.data(), text.size() - hyphen.size());
  if (!hyphen.empty() && begins_with_small_letter(line) && ends_with_letter(whole)) {
    text.resize(whole.size());
  } else if (!text.empty()) {
    text += ' ';
  }
  text += line;
}

}  // namespace doccord
