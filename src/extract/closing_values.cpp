#include "extract/closing_values.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "extract/prose.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

// What may stand before a value, in lower case and the longest first, with the field's label where
// that is another.
struct Opening {
  std::string_view words;
  std::string_view label = {};
};
constexpr std::array<Opening, 12> kOpenings = {{{"default value is", "Default"},
                                                {"the default is", "Default"},
                                                {"default value"},
                                                {"defaults to", "Default"},
                                                {"default is", "Default"},
                                                {"possible values"},
                                                {"environment"},
                                                {"default"},
                                                {"aliases"},
                                                {"choices"},
                                                {"since"},
                                                {"env"}}};
constexpr std::size_t kMostWords = 6;  // Of a value: more are a sentence about it.

struct ClosingValue {
  std::string_view text;  // With label and brackets.
  Field field;
};

// Whether more is said of the value than what it is: "oldest, as everywhere".
bool goes_on(std::string_view value) {
  constexpr std::array<std::string_view, 13> kWords{"as",      "which", "meaning", "but", "so",
                                                    "if",      "when",  "unless",  "for", "except",
                                                    "because", "where", "while"};
  const std::size_t comma = value.find(", ");
  if (comma == std::string_view::npos) return false;
  const std::string_view rest = value.substr(comma + 2);
  return std::find(kWords.begin(), kWords.end(), rest.substr(0, rest.find(' '))) != kWords.end();
}

// "default: 30 s", "default=3", "Defaults to 5 MiB"; `needs_mark`: with nothing but a blank
// between, "default" may as well be an adjective.
std::optional<Field> read_value(std::string_view text, bool needs_mark) {
  constexpr std::size_t kLongestOpening = 16;
  const std::string folded = fold_case(text.substr(0, kLongestOpening));
  for (const Opening& opening : kOpenings) {
    if (!folded.starts_with(opening.words)) continue;
    std::string_view rest = text.substr(opening.words.size());
    const bool marked = rest.starts_with(':') || rest.starts_with('=');
    if (marked) rest.remove_prefix(1);
    const bool parted = marked || rest.starts_with(' ');
    const bool said = !opening.label.empty();
    const std::string_view value = trim(rest);
    if (!parted || value.empty() || count_words(value) > kMostWords) return std::nullopt;
    if (needs_mark && !marked && !said) return std::nullopt;
    if (goes_on(value)) return std::nullopt;
    const std::string_view written = text.substr(0, opening.words.size());
    return Field{std::string(said ? opening.label : written), std::string(value)};
  }
  return std::nullopt;
}

// The last pair of brackets, when the text ends with it.
std::optional<ClosingValue> read_brackets(std::string_view text) {
  std::string_view inner = text;
  if (inner.ends_with('.')) inner.remove_suffix(1);
  const bool square = inner.ends_with(']');
  if (!square && !inner.ends_with(')')) return std::nullopt;
  const std::size_t open = inner.rfind(square ? '[' : '(');
  if (open == std::string_view::npos || open == 0) return std::nullopt;
  inner = inner.substr(open + 1, inner.size() - open - 2);
  auto field = read_value(trim(inner), false);
  if (!field) return std::nullopt;
  return ClosingValue{text.substr(open), std::move(*field)};
}

// The last sentence: "Default: 5 s."
std::optional<ClosingValue> read_sentence(std::string_view text) {
  constexpr std::size_t kLongest = 160;  // Bytes of such a sentence.
  const std::size_t least = text.size() - std::min(text.size(), kLongest);
  for (std::size_t at = text.size(); at > least + 1; --at) {
    const char before = text[at - 2];
    const bool ends = before == '.' || before == ';' || before == '!' || before == ')';
    if (text[at - 1] != ' ' || !ends) continue;
    std::string_view sentence = text.substr(at);
    if (sentence.ends_with('.')) sentence.remove_suffix(1);
    auto field = read_value(sentence, true);
    if (!field) return std::nullopt;
    return ClosingValue{text.substr(at), std::move(*field)};
  }
  return std::nullopt;
}

// What a sentence in the midst of a text says is the default: "The default is 22. It ..." Nothing
// where two of them say different things, or more than a value.
std::optional<Field> find_stated_default(std::string_view text) {
  constexpr std::size_t kMostWordsInside = 2;
  constexpr std::array<std::string_view, 3> kStatements{"The default is ", "The default value is ",
                                                        "Defaults to "};
  std::optional<Field> found;
  for (const std::string_view statement : kStatements) {
    for (std::size_t at = text.find(statement); at != std::string_view::npos;
         at = text.find(statement, at + 1)) {
      if (at > 0 && text[at - 1] != ' ') continue;
      const std::size_t begin = at + statement.size();
      const std::size_t end = std::min(text.find(". ", begin), text.find(", ", begin));
      const std::string_view value = text.substr(begin, std::min(end, text.size()) - begin);
      const bool ends = end < text.size() && text[end] == '.';
      if (!ends || count_words(value) > kMostWordsInside) continue;
      if (found && found->text != value) return std::nullopt;
      found = Field{"Default", std::string(value)};
    }
  }
  return found;
}

bool has_default(const Entry& entry) {
  return std::any_of(entry.fields.begin(), entry.fields.end(), [](const Field& field) {
    return fold_case(field.label).find("default") != std::string::npos;
  });
}

}  // namespace

void take_closing_values(Entry& entry) {
  std::vector<Field> taken;
  std::string_view rest = entry.description;
  for (;;) {
    auto closing = read_brackets(rest);
    if (!closing) closing = read_sentence(rest);
    if (!closing) break;
    const std::string_view before = trim_right(rest.substr(0, rest.size() - closing->text.size()));
    if (before.empty()) break;
    rest = before;
    taken.push_back(std::move(closing->field));
  }
  entry.fields.insert(entry.fields.end(), taken.rbegin(), taken.rend());
  entry.description.resize(rest.size());
  if (has_default(entry)) return;
  if (auto stated = find_stated_default(entry.description)) {
    entry.fields.push_back(std::move(*stated));
  }
}

}  // namespace doccord
