// Tells the columns of a grid apart: by what stands in them first, by their heading words second.

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "extract/closing_values.h"
#include "extract/column_words.h"
#include "extract/labelled_value.h"
#include "extract/name_text.h"
#include "extract/numbering.h"
#include "extract/proposal.h"
#include "extract/prose.h"
#include "extract/score.h"
#include "parse/limits.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr double kFewestKeys = 0.5;  // Share of rows in which a key column must have a key.
constexpr double kMostly = 0.7;
constexpr double kFigure = 0.15;      // Weight of a column of figures as keys.
constexpr double kCounted = 0.3;      // Weight of a column that numbers the rows.
constexpr double kShortColumn = 5.0;  // Average words up to which a column may hold names.

enum class Role { key, name, description, field, nothing };

// One way to read the key of each row.
struct KeyColumn {
  std::size_t column = 0;
  KeyPattern pattern = KeyPattern::number;
  LabelForm form = LabelForm::whole;
  std::size_t matches = 0;
  double weight = 0;
  std::string lead;  // Words that all cells have before the key: "Bug check" of "Bug check 0xA".
};

std::string_view cell_text(const GridRow& row, std::size_t column) {
  return column < row.cells.size() ? std::string_view(row.cells[column].text) : std::string_view();
}

std::string_view header_text(const Grid& grid, std::size_t column) {
  return column < grid.header.size() ? std::string_view(grid.header[column]) : std::string_view();
}

std::size_t column_count(const Grid& grid) {
  std::size_t count = 0;
  for (const GridRow& row : grid.rows) count = std::max(count, row.cells.size());
  return count;
}

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

// Reads the key of a cell. A word stands as a key before other text when it is a constant or code.
std::optional<Label> read_cell_label(const GridRow& row, const KeyColumn& key) {
  if (key.column >= row.cells.size()) return std::nullopt;
  const GridCell& cell = row.cells[key.column];
  std::string_view text = cell.text;
  if (!key.lead.empty() && text.starts_with(key.lead)) text.remove_prefix(key.lead.size());
  const Words words = cell.coded ? Words::any : Words::constants;
  const auto label = read_label(text, key.pattern, key.form, words);
  if (label || key.pattern != KeyPattern::identifier || key.form != LabelForm::whole) return label;
  // "DiskSlow (ticket)" among headings of one word: what stands in brackets is a note on it.
  const auto noted = read_label(text, key.pattern, LabelForm::key_first, words);
  const bool bracketed = noted && noted->after.starts_with('(') && noted->after.ends_with(')');
  return bracketed ? noted : std::nullopt;
}

// The words that most cells of a column begin with, up to where the first key could begin.
std::string common_lead(const Grid& grid, std::size_t column) {
  constexpr std::size_t kMostWords = 3;
  std::map<std::string_view, std::size_t> counts;
  for (const GridRow& row : grid.rows) {
    const std::string_view text = cell_text(row, column);
    std::size_t words = 0;
    for (std::size_t at = 0; at < text.size() && words < kMostWords; ++at) {
      if (text[at] >= '0' && text[at] <= '9') break;
      if (text[at] != ' ') continue;
      ++counts[text.substr(0, at + 1)];
      ++words;
    }
  }
  std::string_view lead;
  for (const auto& [words, count] : counts) {
    const bool shared = 10 * count >= 9 * grid.rows.size() && grid.rows.size() > 2;
    if (shared && words.size() > lead.size()) lead = words;
  }
  return std::string(lead);
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

std::optional<KeyColumn> try_key_column(const Grid& grid, KeyColumn found) {
  const auto [column, pattern, form] = std::tuple(found.column, found.pattern, found.form);
  std::set<std::string_view> distinct;
  WordLook look;
  for (const GridRow& row : grid.rows) {
    const auto label = read_cell_label(row, found);
    if (!label) continue;
    ++found.matches;
    distinct.insert(label->key);
    look.constants += is_constant(label->key) && !is_shouted(*label);
    look.coded += row.cells[column].coded;
    look.small += is_lower(code_point_at(label->key, 0).value);
  }
  const auto matches = static_cast<double>(found.matches);
  const auto rows = static_cast<double>(grid.rows.size());
  if (found.matches == 0 || matches < kFewestKeys * rows) return std::nullopt;
  const double unique = uniqueness(distinct.size(), found.matches);
  if (unique < 0.5) return std::nullopt;
  if (pattern == KeyPattern::identifier && !may_be_identifiers(grid, found, look)) {
    return std::nullopt;
  }
  found.weight = pattern_weight(pattern) * unique * unique * hint_weight(grid, column) *
                 place_weight(grid, column, pattern);
  if (counts_rows(grid, found)) found.weight *= kCounted;
  return found;
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
      for (const LabelForm form : kForms) {
        if (const auto key = try_key_column(grid, {column, pattern, form, 0, 0, lead})) {
          found.push_back(*key);
        }
      }
    }
  }
  return found;
}

// Figures over the cells of a column that say what it holds.
struct ColumnLook {
  double filled = 0;     // Share of rows with text in it.
  double words = 0;      // Average over the filled ones.
  double constants = 0;  // Share of the filled ones that are one constant.
  double sentences = 0;  // Share of the filled ones that end as a sentence.
  double letters = 0;    // Share of the filled ones that begin with a letter.
  double distinct = 0;   // Share of the filled ones that are not repetitions.
  double bytes = 0;      // Average over the filled ones.
  double switches = 0;   // Share of the filled ones that say no more than yes or no.
};

bool is_switch(std::string_view text) {
  constexpr std::array<std::string_view, 10> kWords{"yes", "no",      "true",     "false", "on",
                                                    "off", "enabled", "disabled", "y",     "n"};
  return std::find(kWords.begin(), kWords.end(), fold_case(strip_decoration(text))) != kWords.end();
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
bool is_name_column(const Grid& grid, std::size_t column, bool named) {
  const ColumnLook look = look_at(grid, column);
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
std::optional<std::size_t> description_column(const Grid& grid, const std::vector<Role>& roles) {
  std::optional<std::size_t> best;
  double best_words = 0;
  for (std::size_t column = 0; column < roles.size(); ++column) {
    if (roles[column] != Role::nothing) continue;
    const ColumnLook look = look_at(grid, column);
    const ColumnHint hint = column_hint(header_text(grid, column));
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
std::vector<Role> table_roles(const Grid& grid, const KeyColumn& key) {
  std::vector<Role> roles(column_count(grid), Role::nothing);
  roles[key.column] = Role::key;
  const bool key_named = key.form == LabelForm::key_last;
  bool named = key_named || key.pattern == KeyPattern::identifier;
  for (const bool headed : {false, true}) {
    for (std::size_t column = 0; column < roles.size(); ++column) {
      const bool describes = column_hint(header_text(grid, column)) == ColumnHint::description;
      if (roles[column] != Role::nothing || describes != headed || (headed && named)) continue;
      if (!is_name_column(grid, column, key_named)) continue;
      roles[column] = Role::name;
      named = true;
    }
  }
  if (const auto column = description_column(grid, roles)) roles[*column] = Role::description;
  for (Role& role : roles) {
    if (role == Role::nothing) role = Role::field;
  }
  return roles;
}

// Parts that follow one another: names may stand before or right behind the key, the rest is text.
std::vector<Role> sequence_roles(const Grid& grid, const KeyColumn& key) {
  std::vector<Role> roles(column_count(grid), Role::description);
  roles[key.column] = Role::key;
  for (std::size_t column = 0; column < key.column; ++column) roles[column] = Role::name;
  const std::size_t next = key.column + 1;
  const bool bare = key.form == LabelForm::whole && key.column == 0;
  if (bare && next + 1 < roles.size() && is_name_column(grid, next, false))
    roles[next] = Role::name;
  return roles;
}

// Turns rows into entries once every column has its role.
class GridReader {
 public:
  GridReader(const Grid& grid, const KeyColumn& key)
      : grid_(grid),
        key_(key),
        roles_(grid.sequential ? sequence_roles(grid, key) : table_roles(grid, key)) {}

  Proposal read() {
    Proposal proposal;
    proposal.shape = grid_.shape;
    proposal.pattern = key_.pattern;
    proposal.headings = grid_.headings;
    proposal.weight = key_.weight;
    if (key_.form == LabelForm::key_first && counts_sections(labels())) proposal.weight = 0;
    proposal.weight *= contents_weight() * numbered_weight();
    proposal.rows = grid_.rows.size();
    proposal.regularity =
        static_cast<double>(key_.matches) / static_cast<double>(grid_.rows.size());
    labels_ = common_labels();
    beside_ = split_name_text(texts_beside_keys(), has_descriptions());
    for (std::size_t i = 0; i < grid_.rows.size(); ++i) {
      read_row(grid_.rows[i], beside_[i], proposal);
    }
    if (key_.pattern == KeyPattern::identifier) remove_qualifier(proposal.entries);
    proposal.roles = describe();
    proposal.layout = layout();
    return proposal;
  }

 private:
  // Among numbers, one may be written with other digits: 3, 4, 0x5.
  std::optional<Label> label_of(const GridRow& row) const {
    const auto label = read_cell_label(row, key_);
    if (label || key_.pattern != KeyPattern::number) return label;
    KeyColumn other = key_;
    other.pattern = KeyPattern::hexadecimal;
    return read_cell_label(row, other);
  }

  void set_key(const Label& label, Entry& entry) const {
    entry.key = canonical_key(label.key);
    if (!label.alias.empty()) entry.aliases.emplace_back(label.alias);
    if (key_.pattern != KeyPattern::number) return;
    if (auto decimal = decimal_of(entry.key)) {
      entry.aliases.push_back(std::exchange(entry.key, std::move(*decimal)));
    }
  }

  std::vector<Label> labels() const {
    std::vector<Label> found;
    for (const GridRow& row : grid_.rows) {
      if (const auto label = label_of(row)) found.push_back(*label);
    }
    return found;
  }

  // A key behind the number of a section opens the section, whatever may be read from its text.
  double numbered_weight() const {
    constexpr double kSections = 1.25;
    const std::vector<Label> all = labels();
    const auto numbered =
        std::count_if(all.begin(), all.end(), [](const Label& label) { return label.numbered; });
    return 10 * static_cast<std::size_t>(numbered) >= 9 * all.size() && !all.empty() ? kSections
                                                                                     : 1;
  }

  // How much to trust rows that mostly only lead elsewhere: words and numbered titles are then a
  // table of contents or an index. A list of codes with their names may link each of them.
  double contents_weight() const {
    constexpr double kLinkedCodes = 0.5;
    std::size_t leading = 0;
    std::size_t titles = 0;
    for (const GridRow& row : grid_.rows) {
      const auto label = label_of(row);
      leading += label && row.linked;
      titles += label && label->separator.starts_with('.');
    }
    if (static_cast<double>(leading) < kMostly * static_cast<double>(key_.matches)) return 1;
    const bool contents = key_.pattern == KeyPattern::identifier || 2 * titles > key_.matches;
    return contents ? 0 : kLinkedCodes;
  }

  // What stands behind the key in its own cell, for every row.
  std::vector<std::string_view> texts_beside_keys() const {
    std::vector<std::string_view> texts;
    for (const GridRow& row : grid_.rows) {
      const auto label = label_of(row);
      texts.push_back(label ? label->after : std::string_view());
    }
    return texts;
  }

  // Whether most rows have a description in a column of their own.
  bool has_descriptions() const {
    std::size_t with = 0;
    for (const GridRow& row : grid_.rows) {
      bool filled = false;
      for (std::size_t column = 0; column < roles_.size(); ++column) {
        filled = filled || (roles_[column] == Role::description && !cell_text(row, column).empty());
      }
      with += filled;
    }
    return 2 * with >= grid_.rows.size();
  }

  static void add_name(Entry& entry, std::string_view text) {
    text = strip_decoration(text);
    // "(ECPG_NO_ERROR)": the brackets part name and key, they are not of the name.
    const bool bracketed = text.starts_with('(') && text.ends_with(')');
    if (bracketed && is_constant(text.substr(1, text.size() - 2))) {
      text = text.substr(1, text.size() - 2);
    }
    const std::string name(text);
    if (name.empty()) return;
    const auto known = [&](const std::string& other) { return other == name; };
    if (std::none_of(entry.names.begin(), entry.names.end(), known)) entry.names.push_back(name);
  }

  // "max_connections (integer)", "PR 4711 [J. Doe]": what stands in brackets is no name.
  void add_name_or_note(Entry& entry, std::string_view text) const {
    const bool round = text.size() > 2 && text.starts_with('(') && text.ends_with(')');
    const bool square = text.size() > 2 && text.starts_with('[') && text.ends_with(']');
    if ((key_.pattern == KeyPattern::identifier && round) || square) {
      entry.fields.push_back({"note", std::string(text.substr(1, text.size() - 2))});
    } else {
      add_name(entry, text);
    }
  }

  // Whether the row only says that nobody has the key yet.
  static bool is_unassigned(const Entry& entry) {
    const std::string& only = entry.names.empty() ? entry.description : entry.names[0];
    const bool alone = entry.names.size() + !entry.description.empty() == 1;
    if (!alone) return false;
    std::string said = fold_case(strip_decoration(only));
    while (!said.empty() && said.back() == '.') said.pop_back();
    constexpr std::array<std::string_view, 5> kNobodys{
        "unassigned", "unused", "reserved for future use", "available for assignment",
        "available for future assignment"};
    // A range that is only reserved is nobody's; a single code may be reserved for a reason.
    const bool range = entry.key.find('-', 1) != std::string::npos && said == "reserved";
    return range || std::find(kNobodys.begin(), kNobodys.end(), said) != kNobodys.end();
  }

  static void add_text(Entry& entry, std::string_view text) {
    if (text.empty()) return;
    if (!entry.description.empty()) entry.description += ' ';
    entry.description += text;
  }

  void read_row(const GridRow& row, const NameText& beside, Proposal& proposal) const {
    const auto label = label_of(row);
    if (!label) {
      proposal.suspects.push_back({row.span, std::string(), "has no key"});
      return;
    }
    Entry entry;
    set_key(*label, entry);
    if (!label->argument.empty()) {
      entry.fields.push_back({std::string(kArgumentLabel), std::string(label->argument)});
    }
    entry.section = row.section;
    entry.span = row.span;
    for (std::size_t column = 0; column < roles_.size(); ++column) {
      if (roles_[column] == Role::key) {
        add_name(entry, label->before);
        if (key_.pattern == KeyPattern::identifier && label->separator == "=") {
          entry.fields.push_back({"value", std::string(label->after)});
          continue;
        }
        for (const std::string_view name : beside.names) add_name_or_note(entry, name);
        add_text(entry, beside.text);
        if (!beside.note.empty()) entry.fields.push_back({"note", std::string(beside.note)});
      } else {
        read_cell(row, column, entry);
      }
    }
    take_closing_values(entry);
    if (!is_unassigned(entry)) proposal.entries.push_back(std::move(entry));
  }

  // The labels that at least half of the entries put before a value: "Default: 30 s".
  std::set<std::string, std::less<>> common_labels() const {
    std::map<std::string, std::size_t, std::less<>> counts;
    for (const GridRow& row : grid_.rows) {
      for (std::size_t column = key_.column + 1; column < row.cells.size(); ++column) {
        const auto value = read_labelled_value(row.cells[column].text);
        if (value) ++counts[std::string(value->label)];
      }
    }
    std::set<std::string, std::less<>> labels;
    for (const auto& [label, count] : counts) {
      if (2 * count >= grid_.rows.size() && count > 1) labels.insert(label);
    }
    return labels;
  }

  // Whether a part of an entry is a labelled value as most entries have it; then it is a field.
  bool read_labelled_field(std::string_view text, Entry& entry) const {
    const auto value = read_labelled_value(text);
    if (!grid_.sequential || !value || !labels_.contains(value->label)) return false;
    const ColumnHint hint = column_hint(value->label);
    const std::string_view bare = strip_decoration(value->value);
    // "Reason: the disk was full." tells of the entry, "Reason: Disk Full" names it.
    const bool names =
        hint == ColumnHint::name &&
        (is_constant(bare) ||
         (static_cast<double>(count_words(bare)) <= kShortColumn && !ends_sentence(bare)));
    if (hint == ColumnHint::description) {
      add_text(entry, value->value);
    } else if (names) {
      add_name(entry, value->value);
    } else {
      entry.fields.push_back({std::string(value->label), std::string(value->value)});
    }
    return true;
  }

  void read_cell(const GridRow& row, std::size_t column, Entry& entry) const {
    const std::string_view text = cell_text(row, column);
    const bool said = roles_[column] == Role::description || roles_[column] == Role::name;
    if (said && column > key_.column && read_labelled_field(text, entry)) return;
    if (roles_[column] == Role::name) add_name(entry, text);
    if (roles_[column] == Role::description) add_text(entry, text);
    if (roles_[column] != Role::field || is_blank(text)) return;
    std::string label(header_text(grid_, column));
    if (label.empty()) label = "column " + std::to_string(column + 1);
    entry.fields.push_back({label, std::string(text)});
  }

  // "errno.EPERM", "errno.ENOENT": what all keys have before their last dot is the place that they
  // live in.
  static void remove_qualifier(std::vector<Entry>& entries) {
    if (entries.empty()) return;
    const std::string qualifier = entries[0].key.substr(0, entries[0].key.rfind('.') + 1);
    const bool shared = std::all_of(entries.begin(), entries.end(), [&](const Entry& entry) {
      return entry.key.starts_with(qualifier) && entry.key.size() > qualifier.size();
    });
    if (!shared) return;
    for (Entry& entry : entries) entry.key.erase(0, qualifier.size());
  }

  std::string layout() const {
    std::string out(grid_.shape);
    out += "|" + std::string(to_string(key_.pattern)) + "|" + std::string(to_string(key_.form));
    out += "|" + std::to_string(key_.column) + "|" + grid_.kind;
    for (const std::string& word : grid_.header) out += "|" + fold_case(word);
    return out;
  }

  // The roles from left to right; of several columns in a row with the same role, one is told.
  std::string describe() const {
    constexpr std::array<std::string_view, 5> kNames{"key", "name", "description", "field", ""};
    std::string out;
    for (std::size_t column = 0; column < roles_.size(); ++column) {
      if (column > 0 && roles_[column] == roles_[column - 1]) continue;
      if (!out.empty()) out += ", ";
      out += kNames[static_cast<std::size_t>(roles_[column])];
      if (roles_[column] != Role::key) continue;
      out += " (" + std::string(to_string(key_.pattern)) + " as `" +
             std::string(to_string(key_.form)) + "`)";
    }
    return out;
  }

  const Grid& grid_;
  const KeyColumn& key_;
  std::vector<Role> roles_;
  std::vector<NameText> beside_;
  std::set<std::string, std::less<>> labels_;
};

}  // namespace

std::vector<Proposal> read_grid(const Grid& grid) {
  std::vector<Proposal> proposals;
  if (!grid.sequential && column_count(grid) > limits::kMaxColumns) return proposals;
  for (const KeyColumn& key : find_key_columns(grid)) {
    proposals.push_back(GridReader(grid, key).read());
  }
  return proposals;
}

}  // namespace doccord
