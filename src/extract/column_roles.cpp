#include "extract/column_roles.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string_view>

#include "extract/column_words.h"
#include "extract/prose.h"
#include "text/equals_folded.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr double kMostly = 0.7;

bool is_switch(std::string_view text) {
  constexpr std::array<std::string_view, 10> kWords{"yes", "no",      "true",     "false", "on",
                                                    "off", "enabled", "disabled", "y",     "n"};
  const std::string_view bare = strip_decoration(text);
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return equals_folded(bare, word); });
}

bool begins_with_letter(std::string_view text) {
  text = strip_decoration(text);
  while (!text.empty() && (text[0] == '(' || text[0] == '"' || text[0] == '_' || text[0] == '-')) {
    text.remove_prefix(1);
  }
  return !text.empty() && is_letter(code_point_at(text, 0).value);
}

ColumnLook look_at(const Grid& grid, std::size_t column) {
  ColumnLook look;
  double filled = 0;
  std::set<std::string_view> texts;
  for (const GridRow& row : grid.rows) {
    const std::string_view text = cell_text(row, column);
    if (is_blank(text)) continue;
    texts.insert(text);
    filled += 1;
    look.words += static_cast<double>(count_words(text));
    look.bytes += static_cast<double>(text.size());
    look.constants += is_constant(strip_decoration(text));
    look.sentences += ends_sentence(text);
    look.letters += begins_with_letter(text);
    look.switches += is_switch(text);
  }
  if (filled == 0) return look;
  look.filled = filled / static_cast<double>(grid.rows.size());
  look.words /= filled;
  look.bytes /= filled;
  look.constants /= filled;
  look.sentences /= filled;
  look.letters /= filled;
  look.switches /= filled;
  look.distinct = static_cast<double>(texts.size()) / filled;
  return look;
}

// Whether the column holds names. Where the entries have names already, only constants and what its
// heading calls names are further ones; other short texts are fields then.
bool is_name_column(ColumnLooks& looks, std::size_t column, bool named) {
  const Grid& grid = looks.grid();
  const ColumnLook& look = looks.at(column);
  // What is said of many entries alike is a class of theirs and not a name.
  if (look.filled == 0 || look.letters < kMostly) return false;
  if (look.distinct < 0.5 && grid.rows.size() > 3) return false;
  if (look.bytes < 2) return false;  // A mark: E for an error.
  if (look.switches >= kMostly) return false;
  const ColumnHint hint = column_hint(header_text(grid, column));
  if (hint == ColumnHint::other) return false;
  if (look.constants >= kMostly) return true;
  const bool brief = look.words <= kShortColumn && look.sentences < 0.3 && !named;
  return hint == ColumnHint::name ? look.words <= 2 * kShortColumn : brief && look.filled >= 0.8;
}

// The column that holds the descriptions: the one whose heading says so, otherwise the wordiest.
std::optional<std::size_t> description_column(ColumnLooks& looks, const std::vector<Role>& roles) {
  std::optional<std::size_t> best;
  double best_words = 0;
  for (std::size_t column = 0; column < roles.size(); ++column) {
    if (roles[column] != Role::nothing) continue;
    const ColumnLook& look = looks.at(column);
    const ColumnHint hint = column_hint(header_text(looks.grid(), column));
    if (look.filled == 0 || hint == ColumnHint::other || hint == ColumnHint::key) continue;
    // Figures describe nothing, unless their heading says that they do.
    if ((look.letters < 0.5 || look.bytes < 2) && hint != ColumnHint::description) continue;
    const double words = look.words * look.filled + (hint == ColumnHint::description ? 1000 : 0);
    if (words > best_words) {
      best = column;
      best_words = words;
    }
  }
  return best;
}

// Cells side by side: each column has one role. A column that is headed "Description" but holds a
// few words each has names, unless another column has them, or the keys are names themselves.
std::vector<Role> table_roles(ColumnLooks& looks, const KeyColumn& key) {
  std::vector<Role> roles(looks.columns(), Role::nothing);
  roles[key.column] = Role::key;
  const bool key_named = key.form == LabelForm::key_last;
  bool named = key_named || key.pattern == KeyPattern::identifier;
  for (const bool headed : {false, true}) {
    for (std::size_t column = 0; column < roles.size(); ++column) {
      const bool describes =
          column_hint(header_text(looks.grid(), column)) == ColumnHint::description;
      if (roles[column] != Role::nothing || describes != headed || (headed && named)) continue;
      if (!is_name_column(looks, column, key_named)) continue;
      roles[column] = Role::name;
      named = true;
    }
  }
  if (const auto column = description_column(looks, roles)) roles[*column] = Role::description;
  for (Role& role : roles) {
    if (role == Role::nothing) role = Role::field;
  }
  return roles;
}

// Parts that follow one another: names may stand before or right behind the key, the rest is text.
std::vector<Role> sequence_roles(ColumnLooks& looks, const KeyColumn& key) {
  std::vector<Role> roles(looks.columns(), Role::description);
  roles[key.column] = Role::key;
  for (std::size_t column = 0; column < key.column; ++column) roles[column] = Role::name;
  const std::size_t next = key.column + 1;
  const bool bare = key.form == LabelForm::whole && key.column == 0;
  if (bare && next + 1 < roles.size() && is_name_column(looks, next, false))
    roles[next] = Role::name;
  return roles;
}

}  // namespace

const ColumnLook& ColumnLooks::at(std::size_t column) {
  if (!looks_[column]) looks_[column] = look_at(grid_, column);
  return *looks_[column];
}

std::vector<Role> column_roles(ColumnLooks& looks, const KeyColumn& key) {
  return looks.grid().sequential ? sequence_roles(looks, key) : table_roles(looks, key);
}

}  // namespace doccord
