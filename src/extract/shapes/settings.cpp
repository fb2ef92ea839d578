// Configuration files whose comments explain the settings, which often are commented out themselves
// where they have their default: "#port = 5432  # (change requires restart)", "#Port 22". The names
// are the keys; what stands behind a value, or right above a setting, describes it.

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/prose.h"
#include "extract/shape.h"
#include "extract/text_layout.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr std::size_t kFewestCommentedOut = 3;  // Prose has no lines that look so.
constexpr std::size_t kFewestSet = 5;           // Of a file that has none commented out.
constexpr std::size_t kMostNameBytes = 80;
constexpr std::size_t kMostWords = 5;  // Of a value that no `=` stands before; more are a sentence.
constexpr std::size_t kFewOthers = 5;  // Settings for each line that is neither that nor a comment.

enum Column : std::size_t { kName, kDefault, kValue, kDescription, kColumns };

// One line that sets something.
struct Setting {
  std::string_view name;
  std::string_view value;
  std::string_view comment;  // Behind the value, without its mark.
  bool commented_out = false;
  bool assigned = false;  // With `=`; else a blank parts name and value.
};

bool is_comment(std::string_view line) { return line.starts_with('#') || line.starts_with(';'); }

// The text of a comment line without its marks.
std::string_view comment_text(std::string_view line) {
  while (is_comment(line)) line.remove_prefix(1);
  return trim(line);
}

bool is_section(std::string_view line) { return line.starts_with('[') && line.ends_with(']'); }

std::size_t name_size(std::string_view text) {
  std::size_t size = 0;
  const auto is_part = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return is_letter(byte) || is_digit(byte) || c == '_' || c == '-' || c == '.';
  };
  while (size < text.size() && is_part(text[size])) ++size;
  const bool named =
      size > 0 && size <= kMostNameBytes && is_letter(static_cast<unsigned char>(text[0]));
  return named ? size : 0;
}

// "#include <x>" is no setting that is commented out.
bool is_directive(std::string_view name) {
  static constexpr std::array<std::string_view, 8> kDirectives{
      "include", "define", "undef", "pragma", "ifdef", "ifndef", "if", "endif"};
  return std::find(kDirectives.begin(), kDirectives.end(), name) != kDirectives.end();
}

std::string_view without_quotes(std::string_view value) {
  const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
                      value.back() == value.front();
  return quoted ? value.substr(1, value.size() - 2) : value;
}

std::optional<Setting> read_setting(std::string_view line) {
  Setting setting;
  setting.commented_out = is_comment(line);
  if (setting.commented_out) line.remove_prefix(1);
  const std::size_t size = name_size(line);
  if (size == 0) return std::nullopt;
  setting.name = line.substr(0, size);
  std::string_view rest = line.substr(size);
  const bool blank = space_size(rest, 0) > 0;
  rest = trim_left(rest);
  setting.assigned = rest.starts_with('=');
  if (setting.assigned) rest.remove_prefix(1);
  if (!setting.assigned && !blank) return std::nullopt;
  rest = trim(rest);
  for (std::size_t at = 0; at < rest.size(); ++at) {
    const bool opens = rest[at] == '#' && (at == 0 || space_size(rest, at - 1) > 0);
    if (!opens) continue;
    setting.comment = comment_text(rest.substr(at));
    rest = trim(rest.substr(0, at));
    break;
  }
  setting.value = without_quotes(rest);
  if (setting.assigned) return setting;
  const bool directive = setting.commented_out && is_directive(setting.name);
  const bool says = !rest.empty() && count_words(rest) <= kMostWords && !directive;
  return says ? std::optional(setting) : std::nullopt;
}

class SettingsReader {
 public:
  explicit SettingsReader(const std::vector<TextLine>& lines) : lines_(lines) {
    for (const TextLine& line : lines) {
      settings_.push_back(line.indent == 0 ? read_setting(line.text) : std::nullopt);
    }
    keep_one_style();
  }

  bool worth_proposing() const {
    std::size_t commented_out = 0;
    std::size_t set = 0;
    std::size_t comments = 0;
    std::size_t other = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].blank()) continue;
      const bool comment = is_comment(lines_[i].text);
      commented_out += settings_[i] && comment;
      set += settings_[i] && !comment;
      comments += !settings_[i] && comment;
      other += !settings_[i] && !comment && !is_section(lines_[i].text);
    }
    const bool explained = set >= kFewestSet && comments >= set;
    return (commented_out >= kFewestCommentedOut || explained) &&
           kFewOthers * other <= commented_out + set;
  }

  Grid read() {
    grid_.shape = shapes::settings.name;
    grid_.header = {"setting", "default", "set to", "description"};
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      note_section(lines_[i].text);
      if (settings_[i]) add(i);
    }
    return std::move(grid_);
  }

 private:
  // Either all settings are assigned or none is: "#this is a comment" is none.
  void keep_one_style() {
    const auto assigned = std::count_if(settings_.begin(), settings_.end(),
                                        [](const auto& each) { return each && each->assigned; });
    for (std::optional<Setting>& each : settings_) {
      if (each && each->assigned != (assigned > 0)) each.reset();
    }
  }

  // "[server]" heads the settings below it.
  void note_section(std::string_view line) {
    if (is_section(line)) section_ = line.substr(1, line.size() - 2);
  }

  bool is_plain_comment(std::size_t at) const {
    return at < lines_.size() && !settings_[at] && is_comment(lines_[at].text);
  }

  void add(std::size_t at) {
    const Setting& setting = *settings_[at];
    const Column column = setting.commented_out ? kDefault : kValue;
    const auto known = places_.find(setting.name);
    if (known != places_.end()) {
      // What may be set several times has a list of values.
      GridCell& cell = grid_.rows[known->second].cells[column];
      if (!cell.text.empty()) cell.text += ", ";
      cell.text += collapse(setting.value);
      return;
    }
    places_.emplace(setting.name, grid_.rows.size());
    GridRow row;
    row.section = section_;
    row.span = lines_[at].span;
    row.cells.resize(kColumns);
    row.cells[kName] = {std::string(setting.name), row.span, false};
    row.cells[column] = {collapse(setting.value), row.span, false};
    row.cells[kDescription] = setting.comment.empty() ? comment_above(at) : comment_behind(at);
    const GridCell& description = row.cells[kDescription];
    if (!description.text.empty()) {
      row.span = {std::min(row.span.begin, description.span.begin),
                  std::max(row.span.end, description.span.end)};
    }
    grid_.rows.push_back(std::move(row));
  }

  // The comment behind the setting, and its lines below, which are indented.
  GridCell comment_behind(std::size_t at) const {
    GridCell cell{collapse(settings_[at]->comment), lines_[at].span, false};
    for (std::size_t i = at + 1; is_plain_comment(i) && lines_[i].indent > lines_[at].indent; ++i) {
      cell.text += " " + collapse(comment_text(lines_[i].text));
      cell.span.end = lines_[i].span.end;
    }
    return cell;
  }

  // The comment right above the setting, when no other setting follows that it could be about.
  GridCell comment_above(std::size_t at) const {
    const bool heads_others = at + 1 < lines_.size() && settings_[at + 1];
    std::size_t first = at;
    while (first > 0 && is_plain_comment(first - 1)) --first;
    if (heads_others || first == at) return {};
    GridCell cell;
    cell.span = {lines_[first].span.begin, lines_[at - 1].span.end};
    for (std::size_t i = first; i < at; ++i) {
      const std::string_view text = comment_text(lines_[i].text);
      if (!cell.text.empty() && !text.empty()) cell.text += ' ';
      cell.text += collapse(text);
    }
    return cell;
  }

  const std::vector<TextLine>& lines_;
  std::vector<std::optional<Setting>> settings_;  // By line.
  std::map<std::string_view, std::size_t> places_;
  std::string section_;
  Grid grid_;
};

std::vector<Grid> propose(const DocumentTexts& texts) {
  if (texts.document().format() != Format::text) return {};
  SettingsReader reader(texts.lines());
  if (!reader.worth_proposing()) return {};
  return {reader.read()};
}

}  // namespace

const Shape shapes::settings{.name = "settings",
                             .summary = "a configuration file whose comments explain the settings",
                             .propose = propose};

}  // namespace doccord
