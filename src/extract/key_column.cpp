#include "extract/key_column.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "extract/column_words.h"
#include "extract/prose.h"
#include "extract/score.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr double kMostly = 0.7;
constexpr std::size_t kMostWays = 24;  // To read the keys of one grid.
constexpr double kFewestKeys = 0.5;    // Share of rows in which a key column must have a key.
constexpr double kFigure = 0.15;       // Weight of a column of figures as keys.
constexpr double kCounted = 0.3;       // Weight of a column that numbers the rows.

double pattern_weight(KeyPattern pattern) {
  switch (pattern) {
    case KeyPattern::number:
      return 1.0;
    case KeyPattern::hexadecimal:
      return 0.95;
    case KeyPattern::sqlstate:
      return 0.97;
    case KeyPattern::identifier:
      return 0.6;  // Almost anything reads as an identifier.
  }
  return 0;
}

double hint_weight(const Grid& grid, std::size_t column) {
  switch (column_hint(header_text(grid, column))) {
    case ColumnHint::key:
      return 1.2;
    case ColumnHint::other:
      return 0.3;
    case ColumnHint::description:
      return 0.5;
    case ColumnHint::name:
    case ColumnHint::none:
      return 1.0;
  }
  return 1.0;
}

// Average words of the filled cells of a column.
double average_words(const Grid& grid, std::size_t column) {
  double filled = 0;
  double words = 0;
  for (const GridRow& row : grid.rows) {
    const std::string_view text = cell_text(row, column);
    filled += !is_blank(text);
    words += static_cast<double>(count_words(text));
  }
  return filled > 0 ? words / filled : 0;
}

// A number in a later column, below a heading that does not speak of keys, is some other figure.
double place_weight(const Grid& grid, std::size_t column, KeyPattern pattern) {
  if (column == 0) return 1.0;
  const std::string_view heading = header_text(grid, column);
  const bool unknown = !heading.empty() && column_hint(heading) == ColumnHint::none;
  const bool figure =
      !grid.sequential && unknown && pattern == KeyPattern::number && !speaks_of_keys(heading);
  return figure ? kFigure : 0.95;
}

// Whether a column only numbers the rows: 1, 2, 3.
bool counts_rows(const Grid& grid, const KeyColumn& key) {
  const std::string heading = fold_case(strip_decoration(header_text(grid, key.column)));
  constexpr std::array<std::string_view, 6> kCounters{"#", "no", "no.", "nr", "nr.", "row"};
  if (std::find(kCounters.begin(), kCounters.end(), heading) == kCounters.end()) return false;
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    if (cell_text(grid.rows[i], key.column) != std::to_string(i + 1)) return false;
  }
  return true;
}

// The first so many words of a text, with the blank behind them, up to where a key could begin;
// empty when it has fewer.
std::string_view lead_of(std::string_view text, std::size_t words) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] >= '0' && text[at] <= '9') break;
    if (text[at] == ' ' && --words == 0) return text.substr(0, at + 1);
  }
  return {};
}

// The words that nearly all cells of a column begin with, up to where the first key could begin. By
// Boyer and Moore's majority vote: what more than half have is the only one that can be left.
std::string common_lead(const Grid& grid, std::size_t column) {
  constexpr std::size_t kMostWords = 3;
  std::string common;
  for (std::size_t words = 1; words <= kMostWords && grid.rows.size() > 2; ++words) {
    std::string_view left;
    std::size_t votes = 0;
    for (const GridRow& row : grid.rows) {
      const std::string_view lead = lead_of(cell_text(row, column), words);
      if (votes == 0) left = lead;
      votes = lead == left ? votes + 1 : votes - 1;
    }
    const auto count = static_cast<std::size_t>(std::count_if(
        grid.rows.begin(), grid.rows.end(),
        [&](const GridRow& row) { return lead_of(cell_text(row, column), words) == left; }));
    if (left.empty() || 10 * count < 9 * grid.rows.size()) break;
    common = left;
  }
  return common;
}

// What the cells of a column of words look like.
struct WordLook {
  std::size_t constants = 0;
  std::size_t coded = 0;
  std::size_t small = 0;  // Begin with a small letter.
};

// Whether a table is headed and tells something of each word in its first column at length.
bool tells_of_words(const Grid& grid, std::size_t column, double matches) {
  if (grid.sequential || grid.header.empty() || column != 0 || matches < 3) return false;
  for (std::size_t other = 1; other < column_count(grid); ++other) {
    const double words = average_words(grid, other);
    if (words >= 2.5) return true;
  }
  return false;
}

// Whether the first column of records holds short words of one length, no two alike: AED, AFN, ALL.
bool are_codes(const Grid& grid, std::size_t column) {
  constexpr std::size_t kFewestCodes = 8;
  constexpr std::size_t kLongestCode = 4;
  if (grid.sequential || grid.header.empty() || column != 0 || grid.rows.size() < kFewestCodes)
    return false;
  std::set<std::string_view> distinct;
  for (const GridRow& row : grid.rows) distinct.insert(cell_text(row, column));
  const std::size_t size = distinct.begin()->size();
  return distinct.size() == grid.rows.size() && size > 1 && size <= kLongestCode &&
         std::all_of(distinct.begin(), distinct.end(), [&](std::string_view code) {
           return code.size() == size && is_key(code, KeyPattern::identifier);
         });
}

// Whether words may be keys here. Plain words are only where a heading or the layout says so;
// otherwise most must be written as programs write names.
bool may_be_identifiers(const Grid& grid, const KeyColumn& key, const WordLook& look) {
  const auto matches = static_cast<double>(key.matches);
  const auto most = [&](std::size_t count) {
    return static_cast<double>(count) >= kMostly * matches;
  };
  const bool said = column_hint(header_text(grid, key.column)) == ColumnHint::key ||
                    (grid.keyed && key.column == 0) || are_codes(grid, key.column) ||
                    (matches == static_cast<double>(grid.rows.size()) &&
                     tells_of_words(grid, key.column, matches));
  // Headings like "no-unused-vars" are no headings of a text when all of them are.
  const bool all_small = grid.sequential && matches >= 3 && look.small == grid.rows.size();
  if (key.form == LabelForm::whole && all_small) return true;
  const bool written = most(look.constants) || most(look.coded) ||
                       (most(look.small) && 2 * look.constants >= key.matches);
  if (key.form == LabelForm::whole) return said || written;
  return key.form == LabelForm::key_first && written;
}

// "LICENSE AGREEMENT FOR PYTHON": where all is written in capitals, they tell no key from a word.
bool is_shouted(const Label& label) {
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool in_running_text = label.separator.empty() || label.separator == ",";
  return in_running_text && std::all_of(label.key.begin(), label.key.end(), capital) &&
         std::any_of(label.after.begin(), label.after.end(), capital) &&
         std::none_of(label.after.begin(), label.after.end(), small);
}

// The text of a cell that may be a label: without the words that all of its column begin with.
std::string_view label_text(const GridCell& cell, std::string_view lead) {
  std::string_view text = cell.text;
  if (!lead.empty() && text.starts_with(lead)) text.remove_prefix(lead.size());
  return text;
}

std::optional<Label> opening_key(const GridRow& row, const KeyColumn& key) {
  if (key.column >= row.cells.size()) return std::nullopt;
  const GridCell& cell = row.cells[key.column];
  const Words words = cell.coded ? Words::any : Words::constants;
  return read_opening_key(label_text(cell, key.lead), key.pattern, words);
}

// What opens the texts of a column, by row; read as far as it is asked for, since most patterns are
// given up after some rows.
class OpeningKeys {
 public:
  OpeningKeys(const Grid& grid, const KeyColumn& key) : grid_(grid), key_(key) {}

  const std::optional<Label>& at(std::size_t row) {
    while (read_.size() <= row) read_.push_back(opening_key(grid_.rows[read_.size()], key_));
    return read_[row];
  }

 private:
  const Grid& grid_;
  const KeyColumn& key_;
  std::vector<std::optional<Label>> read_;
};

// Whether what opens a text is a label of the form. Among headings of one word, what stands in
// brackets is a note on it: "DiskSlow (ticket)".
bool is_of_form(const Label& opening, const KeyColumn& key) {
  if (opening.form == key.form) return true;
  return key.pattern == KeyPattern::identifier && key.form == LabelForm::whole &&
         opening.after.starts_with('(') && opening.after.ends_with(')');
}

bool opens_text(LabelForm form) { return form == LabelForm::whole || form == LabelForm::key_first; }

std::optional<KeyColumn> try_key_column(const Grid& grid, KeyColumn found, OpeningKeys& opening) {
  const auto [column, pattern, form] = std::tuple(found.column, found.pattern, found.form);
  const auto rows = static_cast<double>(grid.rows.size());
  std::vector<std::string_view> keys;
  WordLook look;
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    const GridRow& row = grid.rows[i];
    std::optional<Label> label;
    if (!opens_text(form)) {
      label = read_cell_label(row, found);
    } else if (const auto& opened = opening.at(i); opened && is_of_form(*opened, found)) {
      label = opened;
    }
    if (!label) {
      const std::size_t missing = i + 1 - found.matches;
      if (rows - static_cast<double>(missing) < kFewestKeys * rows) return std::nullopt;
      continue;
    }
    ++found.matches;
    keys.push_back(label->key);
    look.constants += is_constant(label->key) && !is_shouted(*label);
    look.coded += row.cells[column].coded;
    look.small += is_lower(code_point_at(label->key, 0).value);
  }
  if (found.matches == 0) return std::nullopt;
  const double unique = uniqueness(std::move(keys));
  if (unique < 0.5) return std::nullopt;
  if (pattern == KeyPattern::identifier && !may_be_identifiers(grid, found, look)) {
    return std::nullopt;
  }
  found.weight = pattern_weight(pattern) * unique * unique * hint_weight(grid, column) *
                 place_weight(grid, column, pattern);
  if (counts_rows(grid, found)) found.weight *= kCounted;
  return found;
}

// Each way makes entries of all cells. Of a wide table with keys wherever one looks, the most
// likely ways are tried, and the fewer the larger it is.
void keep_likeliest(const Grid& grid, std::vector<KeyColumn>& found) {
  constexpr std::size_t kFewest = 4;
  constexpr std::size_t kMostCells = 4'000'000;  // Of all ways.
  std::size_t cells = 1;
  for (const GridRow& row : grid.rows) cells += row.cells.size();
  const std::size_t most = std::clamp(kMostCells / cells, kFewest, kMostWays);
  if (found.size() <= most) return;
  const auto likelier = [](const KeyColumn& a, const KeyColumn& b) {
    return a.weight * static_cast<double>(a.matches) > b.weight * static_cast<double>(b.matches);
  };
  std::stable_sort(found.begin(), found.end(), likelier);
  found.resize(most);
  std::stable_sort(found.begin(), found.end(), [](const KeyColumn& a, const KeyColumn& b) {
    return std::tie(a.column, a.pattern, a.form) < std::tie(b.column, b.pattern, b.form);
  });
}

}  // namespace

std::optional<Label> read_cell_label(const GridRow& row, const KeyColumn& key) {
  if (opens_text(key.form)) {
    const auto opening = opening_key(row, key);
    return opening && is_of_form(*opening, key) ? opening : std::nullopt;
  }
  if (key.column >= row.cells.size()) return std::nullopt;
  return read_label(label_text(row.cells[key.column], key.lead), key.pattern, key.form);
}

std::vector<KeyColumn> find_key_columns(const Grid& grid) {
  constexpr std::array kPatterns{KeyPattern::number, KeyPattern::hexadecimal, KeyPattern::sqlstate,
                                 KeyPattern::identifier};
  constexpr std::array kForms{LabelForm::whole, LabelForm::key_first, LabelForm::key_second,
                              LabelForm::key_last};
  std::vector<KeyColumn> found;
  // What follows the first blocks of a sequence is running text, in which no key is sought.
  const std::size_t columns =
      grid.sequential ? std::min<std::size_t>(2, column_count(grid)) : column_count(grid);
  for (std::size_t column = 0; column < columns; ++column) {
    const std::string lead = common_lead(grid, column);
    for (const KeyPattern pattern : kPatterns) {
      KeyColumn tried{column, pattern, LabelForm::whole, 0, 0, lead};
      OpeningKeys opening(grid, tried);
      for (const LabelForm form : kForms) {
        tried.form = form;
        if (auto key = try_key_column(grid, tried, opening)) found.push_back(std::move(*key));
      }
    }
  }
  keep_likeliest(grid, found);
  return found;
}

}  // namespace doccord
