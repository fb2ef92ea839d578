#include "rules/replacements.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr char kName = '\1';  // Stands for the entry's own key or name.
constexpr std::size_t kShortestName = 3;

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || c == '_' || is_letter(byte) || is_digit(byte);
}

// Where the name stands as words of its own; short ones are words of any text.
std::optional<std::size_t> find_whole(const std::string& text, const std::string& name) {
  const std::size_t at = name.size() < kShortestName ? std::string::npos : text.find(name);
  if (at == std::string::npos) return std::nullopt;
  const std::size_t end = at + name.size();
  const bool inside =
      (at > 0 && is_word_byte(text[at - 1])) || (end < text.size() && is_word_byte(text[end]));
  return inside ? std::nullopt : std::optional(at);
}

}  // namespace

std::string normal_words(const std::string& text) { return fold_case(collapse(text)); }

bool is_letter_case(const Edit& edit) {
  return edit.kind == Kind::formatting && !edit.a.empty() && edit.a != edit.b &&
         fold_case(edit.a) == fold_case(edit.b);
}

Replacement Replacements::of(std::size_t record, const Edit& edit) {
  if (is_letter_case(edit)) return {edit.kind, "", ""};
  const Record& of = registry_.records[record];
  return {edit.kind, without_names(of, normal_words(edit.a)),
          without_names(of, normal_words(edit.b))};
}

std::string Replacements::without_names(const Record& record, std::string text) {
  if (text.empty()) return text;
  if (record_ != &record) {
    record_ = &record;
    names_ = {normal_words(record.key)};
    for (const NameUse& use : record.names) {
      names_.push_back(normal_words(use.name));
      names_.push_back(normal_words(use.bare));
    }
    std::sort(names_.begin(), names_.end(),
              [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  }
  for (const std::string& name : names_) {
    if (const auto at = find_whole(text, name)) text.replace(*at, name.size(), 1, kName);
  }
  return text;
}

}  // namespace doccord
