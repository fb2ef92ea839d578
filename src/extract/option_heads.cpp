#include "extract/option_heads.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>

#include "extract/key.h"
#include "extract/prose.h"

namespace doccord {
namespace {

constexpr std::size_t kFewestOptions = 5;

using Lines = std::vector<TextLine>;

// Whether the next line holds a text that stands further in.
bool is_above_deeper(const Lines& lines, std::size_t at) {
  return at + 1 < lines.size() && !lines[at + 1].blank() && lines[at + 1].indent > lines[at].indent;
}

// A line that begins with an option.
struct OptionLine {
  std::size_t line = 0;
  Label label;
};

std::vector<OptionLine> option_lines(const Lines& lines) {
  std::vector<OptionLine> found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].text.starts_with('-') || item_mark_size(lines[i].text) > 0) continue;
    // A sentence that goes on with an option.
    const bool inside = i > 0 && !lines[i - 1].blank() && lines[i - 1].indent == lines[i].indent &&
                        !lines[i - 1].text.starts_with('-');
    if (inside) continue;
    const auto label = read_opening_key(lines[i].text, KeyPattern::identifier);
    const bool option = label && label->key.starts_with('-') && label->separator.empty();
    if (option) found.push_back({i, *label});
  }
  return found;
}

// The column at which most texts of options begin, beside them or below.
std::optional<std::size_t> option_column(const Lines& lines, const std::vector<OptionLine>& all) {
  std::map<std::size_t, std::size_t> counts;
  for (const auto& [at, label] : all) {
    if (label.form == LabelForm::key_first) {
      counts[text_column(lines[at], label)] += has_gap(lines[at], label);
    } else if (is_above_deeper(lines, at)) {
      ++counts[lines[at + 1].indent];
    }
  }
  const auto most = std::max_element(counts.begin(), counts.end(),
                                     [](auto& a, auto& b) { return a.second < b.second; });
  return most == counts.end() ? std::nullopt : std::optional(most->first);
}

// Whether an option stands alone or with the one word that it is given: "-o logfile".
bool is_bare(const Label& label) { return count_words(label.after) <= 1; }

// Whether it is another way to write the long option of the head below it.
bool is_short_form(const Label& label, const EntryHead& below) {
  return !label.key.starts_with("--") && below.key.starts_with("--") && below.beside.empty() &&
         below.short_form.empty();
}

}  // namespace

std::vector<EntryHead> option_heads(const Lines& lines) {
  const std::vector<OptionLine> all = option_lines(lines);
  const auto column = option_column(lines, all);
  if (!column) return {};
  std::vector<EntryHead> heads;
  for (std::size_t i = all.size(); i-- > 0;) {  // From below, for those above others.
    const auto& [at, label] = all[i];
    if (lines[at].indent >= *column) continue;
    const bool above_option = !heads.empty() && heads.back().line == at + 1;
    const bool text_beside = text_column(lines[at], label) == *column || has_gap(lines[at], label);
    if (label.form == LabelForm::key_first && text_beside) {
      heads.push_back(head_beside(lines, at, label));
    } else if (!is_bare(label) || !(above_option || is_above_deeper(lines, at))) {
      continue;
    } else if (above_option && is_short_form(label, heads.back())) {
      heads.back().short_form = label.key;
    } else {
      heads.push_back(make_head(lines, at, 0, label));
      if (!label.after.empty()) heads.back().label = label.key;  // "--execute command"
    }
  }
  if (heads.size() < kFewestOptions) return {};
  std::reverse(heads.begin(), heads.end());
  return heads;
}

}  // namespace doccord
