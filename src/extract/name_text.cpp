#include "extract/name_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "extract/key.h"
#include "extract/label.h"
#include "extract/prose.h"
#include "text/next_space.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr double kNearlyAll = 0.8;
constexpr std::size_t kMostNameWords = 8;
constexpr double kPhraseWords = 5.0;  // Average words up to which texts read as names.

// The word in front when it is a constant and more follows.
std::optional<std::size_t> leading_constant(std::string_view text) {
  const std::size_t end = next_space(text, 0);
  if (end == text.size() || !is_constant(strip_decoration(text.substr(0, end))))
    return std::nullopt;
  return end;
}

// Where "Not Found: the rest" or "Not Found - the rest" parts.
struct Parting {
  std::size_t at = 0;
  std::size_t size = 0;
};

std::optional<Parting> find_parting(std::string_view text) {
  for (const std::string_view mark : {": ", " - ", " \u2013 ", " \u2014 ", " -- "}) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos || at == 0) continue;
    if (count_words(text.substr(0, at)) <= kMostNameWords) return Parting{at, mark.size()};
  }
  return std::nullopt;
}

// The word in front of the mark that parts it from the rest: where all names are single words, one
// need not look like a constant.
std::optional<std::size_t> leading_word(std::string_view text) {
  const auto parting = find_parting(text);
  if (!parting || count_words(text.substr(0, parting->at)) != 1) return std::nullopt;
  return parting->at + trim_right(text.substr(parting->at, parting->size)).size();
}

// "(WebDAV)" behind a name: the brackets and what is in them, or nothing.
std::string_view trailing_note(std::string_view text) {
  if (!text.ends_with(')')) return {};
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || open == 0 || space_size(text, open - 1) == 0) return {};
  return text.substr(open);
}

bool is_bracketed(std::string_view text) {
  return text.size() > 2 && text.front() == '(' && text.back() == ')' &&
         text.find('(', 1) == std::string_view::npos;
}

// "404 (Not Found)": where all names stand in brackets, these part name and key.
void unwrap_names(std::vector<NameText>& items) {
  const bool all = std::all_of(items.begin(), items.end(), [](const NameText& item) {
    return item.names.empty() || is_bracketed(item.names.back());
  });
  if (!all) return;
  for (NameText& item : items) {
    if (item.names.empty()) continue;
    std::string_view& name = item.names.back();
    name = trim(name.substr(1, name.size() - 2));
  }
}

// Brackets behind a few names are notes; behind most of them they belong to the names.
void set_notes_aside(std::vector<NameText>& items) {
  std::size_t named = 0;
  std::size_t noted = 0;
  for (const NameText& item : items) {
    named += !item.names.empty();
    noted += !item.names.empty() && !trailing_note(item.names.back()).empty();
  }
  if (2 * noted >= named) return;
  for (NameText& item : items) {
    if (item.names.empty()) continue;
    std::string_view& name = item.names.back();
    const std::string_view note = trailing_note(name);
    if (note.empty()) continue;
    item.note = trim(note.substr(1, note.size() - 2));
    name = trim_right(name.substr(0, name.size() - note.size()));
  }
}

template <class Predicate>
bool nearly_all(const std::vector<std::string_view>& texts, Predicate holds) {
  std::size_t filled = 0;
  std::size_t count = 0;
  for (const std::string_view text : texts) {
    if (text.empty()) continue;
    ++filled;
    count += holds(text);
  }
  return filled > 0 && static_cast<double>(count) >= kNearlyAll * static_cast<double>(filled);
}

// Whether a constant in front is the subject of a sentence, as far as one text can tell:
// "RST_STREAM has been sent".
bool goes_on(std::string_view text) {
  const std::string_view rest = trim(text.substr(next_space(text, 0)));
  return !rest.empty() && is_lower(code_point_at(rest, 0).value);
}

// Whether the texts read as names rather than as descriptions.
bool are_phrases(const std::vector<std::string_view>& texts) {
  double filled = 0;
  double words = 0;
  double sentences = 0;
  for (const std::string_view text : texts) {
    if (text.empty()) continue;
    filled += 1;
    words += static_cast<double>(count_words(text));
    sentences += ends_sentence(text);
  }
  return filled > 0 && words / filled <= kPhraseWords && sentences / filled < 0.3;
}

}  // namespace

std::vector<NameText> split_name_text(const std::vector<std::string_view>& texts, bool described) {
  std::vector<NameText> out(texts.size());
  std::vector<std::string_view> rest = texts;
  const bool alone = rest.size() == 1 && goes_on(rest[0]);
  if (!alone &&
      nearly_all(rest, [](std::string_view text) { return leading_constant(text).has_value(); })) {
    const bool parted =
        nearly_all(rest, [](std::string_view text) { return leading_word(text).has_value(); });
    for (std::size_t i = 0; i < rest.size(); ++i) {
      auto end = leading_constant(rest[i]);
      if (!end && parted) end = leading_word(rest[i]);
      if (!end) continue;
      out[i].names.push_back(strip_decoration(rest[i].substr(0, *end)));
      rest[i] = trim(rest[i].substr(*end));
    }
  }
  if (nearly_all(rest, [](std::string_view text) { return find_parting(text).has_value(); })) {
    for (std::size_t i = 0; i < rest.size(); ++i) {
      const auto parting = find_parting(rest[i]);
      if (!parting) continue;
      out[i].names.push_back(trim(rest[i].substr(0, parting->at)));
      rest[i] = trim(rest[i].substr(parting->at + parting->size));
    }
    for (std::size_t i = 0; i < rest.size(); ++i) out[i].text = rest[i];
    unwrap_names(out);
    return out;
  }
  const bool phrases = described || are_phrases(rest);
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (rest[i].empty()) continue;
    if (phrases) {
      out[i].names.push_back(rest[i]);
    } else {
      out[i].text = rest[i];
    }
  }
  if (phrases) set_notes_aside(out);
  return out;
}

}  // namespace doccord
