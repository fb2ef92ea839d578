#include "extract/option_label.h"

#include <algorithm>

#include "extract/key.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_figure(char c) { return c >= '0' && c <= '9'; }
bool is_letter_byte(char c) { return is_capital(c) || (c >= 'a' && c <= 'z'); }

// Bytes of "-o", "--output" or "--[no-]output" at the start; 0 when there is none.
std::size_t name_size(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && text[at] == '-') ++at;
  if (at == 2 && text.substr(at).starts_with(kNegatable)) at += kNegatable.size();
  const std::size_t dashes = std::min<std::size_t>(at, text.find_first_not_of('-'));
  if (dashes == 0 || dashes > 2 || at == text.size() ||
      !(is_letter_byte(text[at]) || is_figure(text[at])))
    return 0;
  if (at == 1 && is_figure(text[at])) return 0;  // A negative number.
  while (at < text.size() && (is_letter_byte(text[at]) || is_figure(text[at]) || text[at] == '-' ||
                              text[at] == '_' || text[at] == '.')) {
    ++at;
  }
  while (text[at - 1] == '.') --at;
  return at;
}

// Bytes of what stands for a value: <file>, [when], FILE, N; 0 when there is none.
std::size_t placeholder_size(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == '<' || text[0] == '[' || text[0] == '{') {
    const char close = text[0] == '<' ? '>' : text[0] == '[' ? ']' : '}';
    const std::size_t end = text.find(close);
    return end == std::string_view::npos || end > 40 ? 0 : end + 1;
  }
  std::size_t size = 0;
  while (size < text.size() && (is_capital(text[size]) || is_figure(text[size]) ||
                                text[size] == '_' || text[size] == '-')) {
    ++size;
  }
  const bool ends = size == text.size() || text[size] == ',' || space_size(text, size) > 0;
  return ends && size > 0 && is_capital(text[0]) ? size : 0;
}

// Bytes of what parts one option from the next: ", ", "|", " or ", with the blanks that set options
// below one another.
std::size_t parting_size(std::string_view text) {
  for (const std::string_view mark : {", ", " | ", "|", " / ", "/", " or ", ","}) {
    if (!text.starts_with(mark)) continue;
    const std::size_t size = std::min(text.find_first_not_of(' ', mark.size()), text.size());
    if (name_size(text.substr(size)) > 0) return size;
  }
  return 0;
}

// Bytes of the argument at the start of what stands behind an option, with what joins the two.
// What follows a gap is a text.
std::size_t argument_size(std::string_view text, std::string_view& argument) {
  if (text.empty()) return 0;
  const std::size_t joint = text[0] == '=' || text[0] == ' ' ? 1 : 0;
  std::size_t size = placeholder_size(text.substr(joint));
  if (joint == 0 && text[0] != '[' && text[0] != '<') return 0;
  if (size == 0 && text[0] == '=') {  // --color=when
    while (joint + size < text.size() && space_size(text, joint + size) == 0 &&
           text[joint + size] != ',') {
      ++size;
    }
  }
  if (size == 0 && text[0] == ' ') {  // "-S .suf, --suffix=.suf"
    const std::size_t end = std::min(text.find_first_of(" ,", joint), text.size());
    if (parting_size(text.substr(end)) > 0) size = end - joint;
  }
  if (size == 0) return 0;
  if (argument.empty()) argument = text.substr(joint, size);
  return joint + size;
}

}  // namespace

std::optional<OptionLabel> read_option_label(std::string_view text) {
  OptionLabel label;
  std::size_t at = 0;
  do {
    const std::size_t size = name_size(text.substr(at));
    if (size == 0) break;
    const std::string_view name = text.substr(at, size);
    const bool better = name.starts_with("--") && !label.name.starts_with("--");
    if (label.alias.empty() && !label.name.empty()) label.alias = better ? label.name : name;
    if (label.name.empty() || better) label.name = name;
    at += size;
    at += argument_size(text.substr(at), label.argument);
    label.size = at;
    at += parting_size(text.substr(at));
  } while (at > label.size);
  if (label.name.empty()) return std::nullopt;
  if (label.argument.starts_with('[') && label.argument.substr(1, 1) == "=") {
    label.argument.remove_prefix(2);
    label.argument.remove_suffix(1);
  }
  return label;
}

}  // namespace doccord
