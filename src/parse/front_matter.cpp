#include "parse/front_matter.h"

#include <algorithm>
#include <optional>

#include "text/line_index.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

using std::string_view;

string_view without_quotes(string_view value) {
  const bool quoted = value.size() >= 2 && value.front() == value.back() &&
                      (value.front() == '"' || value.front() == '\'');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

// `label: value` and `label = value`. What opens a list, a map or a block of lines is no text.
std::optional<FrontMatterField> field_of(string_view text, string_view line, char mark) {
  const std::size_t at = line.find(mark);
  if (at == string_view::npos || at == 0 || is_space(static_cast<unsigned char>(line[0])))
    return std::nullopt;
  const string_view label = without_quotes(trim(line.substr(0, at)));
  const string_view value = without_quotes(trim(line.substr(at + 1)));
  constexpr string_view kStructures = "[{|>&*!#";
  if (label.empty() || label[0] == '#' || label[0] == '-' || value.empty()) return std::nullopt;
  if (kStructures.find(value.front()) != string_view::npos) return std::nullopt;
  const auto begin = static_cast<std::size_t>(value.data() - text.data());
  return FrontMatterField{label, value, {begin, begin + value.size()}};
}

}  // namespace

std::size_t front_matter_size(string_view text) {
  const string_view fence = trim_right(line_from(text, 0));
  if (fence != "---" && fence != "+++") return 0;
  for (std::size_t begin = text.find('\n'); begin < text.size(); begin = text.find('\n', begin)) {
    const string_view line = line_from(text, ++begin);
    const string_view bare = trim_right(line);
    if (bare == fence || (fence == "---" && bare == "...")) {
      return std::min(begin + line.size() + 1, text.size());
    }
  }
  return 0;
}

std::vector<FrontMatterField> front_matter_fields(string_view text) {
  std::vector<FrontMatterField> fields;
  const std::size_t size = front_matter_size(text);
  const char mark = text.starts_with('+') ? '=' : ':';
  for (std::size_t begin = std::min(text.find('\n'), size); begin < size;
       begin = std::min(text.find('\n', begin), size)) {
    const string_view line = line_from(text, ++begin);
    if (begin + line.size() >= size) break;  // The closing fence.
    if (const auto field = field_of(text, line, mark)) fields.push_back(*field);
  }
  return fields;
}

}  // namespace doccord
