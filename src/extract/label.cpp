#include "extract/label.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "extract/option_label.h"
#include "text/equals_folded.h"
#include "text/next_space.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

// Words that people put before a key without being its name: "HTTP 404", "Error code 5".
constexpr std::array<std::string_view, 8> kKeyWords{"http",  "status", "error",  "code",
                                                    "value", "alert",  "number", "sqlstate"};

bool is_separator(char32_t c) {
  return c == ':' || c == '-' || c == '=' || c == '|' || c == ',' || c == ';' || c == '.' ||
         c == 0x2013 || c == 0x2014 || c == 0x2192 || c == 0x2022;
}

bool is_opening(char c) { return c == '(' || c == '[' || c == '"' || c == '\'' || c == '`'; }

// Bytes of white space and separators at the start of `text`.
std::size_t separator_size(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    if (!is_space(c.value) && !is_separator(c.value)) break;
    // The minus sign of a number, not a dash before it.
    const bool begins_word = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\t';
    if (c.value == '-' && begins_word && at + 1 < text.size() &&
        is_digit(static_cast<unsigned char>(text[at + 1])))
      break;
    // ".lib": the point of a name, not the end of what stands before it.
    if (c.value == '.' && begins_word && at > 0 && at + 1 < text.size() &&
        is_letter(code_point_at(text, at + 1).value))
      break;
    at += c.size;
  }
  return at;
}

std::string_view without_separators_behind(std::string_view text) {
  while (!text.empty()) {
    std::size_t start = text.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
    const char32_t c = code_point_at(text, start).value;
    if (!is_space(c) && !is_separator(c)) break;
    text = text.substr(0, start);
  }
  return text;
}

std::string_view first_word(std::string_view text) { return text.substr(0, next_space(text, 0)); }

std::string_view skip_key_words(std::string_view text) {
  for (;;) {
    const std::string_view word = first_word(text);
    const std::string_view bare = strip_decoration(word);
    const bool known = std::any_of(kKeyWords.begin(), kKeyWords.end(), [&](std::string_view each) {
      return equals_folded(bare, each);
    });
    if (!known || word.size() == text.size()) return text;
    text = trim_left(text.substr(word.size()));
  }
}

// "15.5.5. " before a key, as numbered headings have it: its bytes, or 0.
std::size_t section_number_size(std::string_view text) {
  std::size_t at = 0;
  std::size_t dots = 0;
  while (at < text.size() && ((text[at] >= '0' && text[at] <= '9') || text[at] == '.')) {
    dots += text[at] == '.';
    ++at;
  }
  const bool numbered = at > 1 && dots > 0 && text[0] != '.' && space_size(text, at) > 0;
  if (!numbered) return 0;
  while (const std::size_t space = space_size(text, at)) at += space;
  return at;
}

// A key at the start of `text`, with its brackets and an alias in brackets behind it.
struct FoundKey {
  std::string_view key;
  std::string_view alias;
  std::string_view argument;
  std::size_t size = 0;  // Bytes up to the end of what belongs to the key.
};

char closing_of(char opening) { return opening == '(' ? ')' : opening == '[' ? ']' : opening; }

std::string_view alias_behind(std::string_view text, KeyPattern pattern, std::size_t& size) {
  std::size_t at = size;
  while (const std::size_t space = space_size(text, at)) at += space;
  if (at >= text.size() || (text[at] != '(' && text[at] != '[')) return {};
  const std::size_t close = text.find(closing_of(text[at]), at);
  if (close == std::string_view::npos) return {};
  const std::string_view inside = trim(text.substr(at + 1, close - at - 1));
  const KeyPattern other =
      pattern == KeyPattern::hexadecimal ? KeyPattern::number : KeyPattern::hexadecimal;
  if (pattern == KeyPattern::identifier || !is_key(inside, other)) return {};
  size = close + 1;
  return inside;
}

std::optional<FoundKey> key_at_start(std::string_view text, KeyPattern pattern,
                                     Words words = Words::constants) {
  if (pattern == KeyPattern::identifier && text.starts_with('-')) {
    const auto option = read_option_label(text);
    if (!option) return std::nullopt;
    return FoundKey{option->name, option->alias, option->argument, option->size};
  }
  std::size_t at = 0;
  char opening = 0;
  if (!text.empty() && is_opening(text[0])) {
    opening = text[0];
    at = 1;
  }
  const std::size_t size = key_size(text.substr(at), pattern);
  if (size == 0) return std::nullopt;
  // Any word could be an identifier; before other text only those that no prose has are keys.
  const bool alone = at + size == text.size();
  const bool restricted = pattern == KeyPattern::identifier && words == Words::constants;
  if (restricted && !alone && !is_constant(text.substr(at, size))) {
    return std::nullopt;
  }
  FoundKey found{text.substr(at, size), {}, {}, at + size};
  if (opening != 0) {
    if (found.size >= text.size() || text[found.size] != closing_of(opening)) return std::nullopt;
    ++found.size;
  }
  found.alias = alias_behind(text, pattern, found.size);
  return found;
}

// The key is the first thing in the label; nothing or a text follows it.
std::optional<Label> read_key_first(std::string_view text, KeyPattern pattern,
                                    Words words = Words::constants) {
  std::string_view rest = skip_key_words(text);
  bool numbered = false;
  if (pattern == KeyPattern::number) {
    const std::size_t number = section_number_size(rest);
    if (number > 0 && key_at_start(skip_key_words(rest.substr(number)), pattern)) {
      rest = skip_key_words(rest.substr(number));
      numbered = true;
    }
  }
  const auto found = key_at_start(rest, pattern, words);
  if (!found) return std::nullopt;
  const std::string_view behind = rest.substr(found->size);
  // "15.5. Client Error": a number with dots and one more behind counts sections.
  if (found->key.find('.') != std::string_view::npos && behind.starts_with('.'))
    return std::nullopt;
  const std::size_t gap = separator_size(behind);
  Label label{LabelForm::key_first, {}, found->key, found->alias, {},
              found->argument,      {}, numbered};
  label.after = trim(behind.substr(gap));
  label.separator = trim(behind.substr(0, gap));
  if (label.after.empty()) label.form = LabelForm::whole;
  // What follows without any gap is part of another word.
  if (gap == 0 && !label.after.empty()) return std::nullopt;
  return label;
}

std::optional<Label> read_key_second(std::string_view text, KeyPattern pattern) {
  const std::string_view name = first_word(text);
  const std::string_view bare = without_separators_behind(name);
  if (!is_constant(strip_decoration(bare)) || name.size() == text.size()) return std::nullopt;
  const std::string_view rest = text.substr(bare.size());
  const std::size_t gap = separator_size(rest);
  auto label = read_key_first(rest.substr(gap), pattern);
  if (!label || label->after.empty() || gap == 0) return std::nullopt;
  label->form = LabelForm::key_second;
  label->before = strip_decoration(bare);
  label->separator = trim(rest.substr(0, gap));
  return label;
}

// Whether a text without blanks at its end can end with a key, as its last byte tells; what stands
// for an option's value may end with any.
bool may_end_with_key(std::string_view text, KeyPattern pattern) {
  const char last = text.back();
  const bool letter = (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z');
  const bool closing = is_opening(last) || last == ')' || last == ']';
  if (closing || (last >= '0' && last <= '9')) return true;
  if (pattern == KeyPattern::number) return false;
  return letter || (pattern == KeyPattern::identifier &&
                    (last == '_' || last == '$' || text.find('-') != std::string_view::npos));
}

// The key is the last thing in the label: tries each place where a word starts, from the left, so
// that the longest key and its alias are found ("NAME 2 (0x2)").
std::optional<Label> read_key_last(std::string_view text, KeyPattern pattern) {
  constexpr std::size_t kLongestLabel = 200;
  if (text.size() > kLongestLabel) return std::nullopt;
  // "NAME (0x1):" and "name(1),": the mark behind the bracket goes with what follows.
  const bool closed = text.ends_with("):") || text.ends_with("),");
  if (closed) text.remove_suffix(1);
  if (!may_end_with_key(text, pattern)) return std::nullopt;
  for (std::size_t at = 1; at < text.size(); ++at) {
    const bool word_start =
        space_size(text, at) == 0 &&
        (is_opening(text[at]) || text[at - 1] == ' ' || text[at - 1] == '=' ||
         text[at - 1] == ':' || static_cast<unsigned char>(text[at - 1]) >= 0x80);
    if (!word_start || (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
    const auto found = key_at_start(text.substr(at), pattern);
    if (!found || !is_blank(text.substr(at + found->size))) continue;
    const std::string_view before = text.substr(0, at);
    const std::string_view name = without_separators_behind(before);
    if (name.empty()) return std::nullopt;
    // "5 (0x5)": the number is the key, not a name of the other notation.
    if (pattern == KeyPattern::hexadecimal && is_key(trim(name), KeyPattern::number)) {
      return std::nullopt;
    }
    const std::string_view unnumbered = trim(name.substr(section_number_size(name)));
    Label label{LabelForm::key_last, unnumbered, found->key, found->alias, {}, {}, {}};
    label.numbered = unnumbered.size() < trim(name).size();
    label.closed = closed;
    label.separator = is_opening(text[at]) ? text.substr(at, 1) : trim(before.substr(name.size()));
    // "Introduction ..... 3" is a page, "abort, 12" a page of an index.
    const bool page = label.separator.starts_with("..") || label.separator.starts_with(",");
    if (page && pattern == KeyPattern::number) return std::nullopt;
    return label;
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(LabelForm form) {
  switch (form) {
    case LabelForm::whole:
      return "key";
    case LabelForm::key_first:
      return "key name";
    case LabelForm::key_second:
      return "name key text";
    case LabelForm::key_last:
      return "name key";
  }
  return "";
}

std::optional<Label> read_label(std::string_view text, KeyPattern pattern, LabelForm form,
                                Words words) {
  text = trim(text);
  if (text.empty()) return std::nullopt;
  switch (form) {
    case LabelForm::whole:
    case LabelForm::key_first: {
      auto label = read_key_first(text, pattern, words);
      return label && label->form == form ? label : std::nullopt;
    }
    case LabelForm::key_second:
      return read_key_second(text, pattern);
    case LabelForm::key_last:
      return read_key_last(text, pattern);
  }
  return std::nullopt;
}

std::optional<Label> read_opening_key(std::string_view text, KeyPattern pattern, Words words) {
  text = trim(text);
  return text.empty() ? std::nullopt : read_key_first(text, pattern, words);
}

std::string_view strip_decoration(std::string_view text) {
  for (;;) {
    text = trim(text);
    while (!text.empty() && (text.back() == ':' || text.back() == ',')) {
      text = trim_right(text.substr(0, text.size() - 1));
    }
    const bool wrapped =
        text.size() >= 2 && text.front() == text.back() &&
        (text.front() == '`' || text.front() == '"' || text.front() == '\'' || text.front() == '*');
    if (!wrapped) return text;
    text = text.substr(1, text.size() - 2);
  }
}

}  // namespace doccord
