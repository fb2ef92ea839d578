// Reads entries from the rows of a grid, once its columns are told apart.

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/closing_values.h"
#include "extract/column_roles.h"
#include "extract/column_words.h"
#include "extract/key_column.h"
#include "extract/labelled_value.h"
#include "extract/name_text.h"
#include "extract/numbering.h"
#include "extract/proposal.h"
#include "extract/prose.h"
#include "extract/shape.h"
#include "text/hyphenation.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr double kMostly = 0.7;

// Turns rows into entries once every column has its role.
class GridReader {
 public:
  GridReader(ColumnLooks& looks, const KeyColumn& key)
      : grid_(looks.grid()),
        key_(key),
        roles_(column_roles(looks, key)),
        row_labels_(read_labels()) {}

  Proposal read() {
    Proposal proposal;
    proposal.shape = grid_.shape;
    proposal.pattern = key_.pattern;
    proposal.headings = grid_.headings;
    proposal.below_headings = grid_.below_headings;
    proposal.weight = key_.weight;
    if (key_.form == LabelForm::key_first && counts_sections(row_labels_)) proposal.weight = 0;
    proposal.weight *= contents_weight() * numbered_weight() * headed_weight();
    if (proposal.weight == 0) return proposal;
    proposal.rows = grid_.rows.size();
    proposal.regularity =
        static_cast<double>(key_.matches) / static_cast<double>(grid_.rows.size());
    labels_ = common_labels();
    beside_ = split_name_text(texts_beside_keys(), has_descriptions());
    proposal.entries.reserve(grid_.rows.size());
    for (std::size_t i = 0; i < grid_.rows.size(); ++i) read_row(i, proposal);
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

  std::vector<std::optional<Label>> read_labels() const {
    std::vector<std::optional<Label>> labels;
    labels.reserve(grid_.rows.size());
    for (const GridRow& row : grid_.rows) labels.push_back(label_of(row));
    return labels;
  }

  void set_key(const Label& label, Entry& entry) const {
    entry.key = canonical_key(label.key);
    if (!label.alias.empty()) entry.aliases.emplace_back(label.alias);
    if (key_.pattern != KeyPattern::number) return;
    if (auto decimal = decimal_of(entry.key)) {
      entry.aliases.push_back(std::exchange(entry.key, std::move(*decimal)));
    }
  }

  // A key behind the number of a section opens the section, whatever may be read from its text.
  double numbered_weight() const {
    constexpr double kSections = 1.25;
    std::size_t labels = 0;
    std::size_t numbered = 0;
    for (const auto& label : row_labels_) {
      labels += label.has_value();
      numbered += label && label->numbered;
    }
    return labels > 0 && 10 * numbered >= 9 * labels ? kSections : 1;
  }

  // Columns of plain text below headings are a table, even where its lines could also be read one
  // by one, those without a value in the midst going on with the line above.
  double headed_weight() const {
    constexpr double kHeaded = 1.2;
    return grid_.shape == shapes::text_table.name && !grid_.header.empty() ? kHeaded : 1;
  }

  // How much to trust rows that mostly only lead elsewhere: words and numbered titles are then a
  // table of contents or an index. A list of codes with their names may link each of them.
  double contents_weight() const {
    constexpr double kLinkedCodes = 0.5;
    std::size_t leading = 0;
    std::size_t titles = 0;
    for (std::size_t i = 0; i < grid_.rows.size(); ++i) {
      const auto& label = row_labels_[i];
      leading += label && grid_.rows[i].linked;
      titles += label && label->separator.starts_with('.');
    }
    if (static_cast<double>(leading) < kMostly * static_cast<double>(key_.matches)) return 1;
    const bool contents = key_.pattern == KeyPattern::identifier || 2 * titles > key_.matches;
    return contents ? 0 : kLinkedCodes;
  }

  // What stands behind the key in its own cell, for every row.
  std::vector<std::string_view> texts_beside_keys() const {
    std::vector<std::string_view> texts;
    for (const auto& label : row_labels_) {
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

  // "enum ECPG_NO_ERROR", "macro ENOENT": what it is to a compiler is no part of a name.
  static std::string_view without_keyword(std::string_view text) {
    const std::size_t end = text.find(' ');
    if (end == std::string_view::npos || !is_constant(text.substr(end + 1))) return text;
    constexpr std::array<std::string_view, 7> kKeywords{"enum",     "enumerator", "macro", "const",
                                                        "constant", "exception",  "define"};
    const bool keyword =
        std::find(kKeywords.begin(), kKeywords.end(), text.substr(0, end)) != kKeywords.end();
    return keyword ? text.substr(end + 1) : text;
  }

  static void add_name(Entry& entry, std::string_view text) {
    text = strip_decoration(text);
    // "(ECPG_NO_ERROR)": the brackets part name and key, they are not of the name.
    const bool bracketed = text.starts_with('(') && text.ends_with(')');
    if (bracketed && is_constant(text.substr(1, text.size() - 2))) {
      text = text.substr(1, text.size() - 2);
    }
    const std::string_view name = without_keyword(text);
    if (!name.empty()) entry.names.emplace_back(name);
  }

  // A section that is no entry may have a name in each of a hundred thousand paragraphs.
  static void keep_first_of_equal(std::vector<std::string>& names) {
    if (names.size() < 2) return;
    std::vector<std::size_t> order(names.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return names[a] < names[b]; });
    for (std::size_t i = order.size(); i > 1; --i) {
      if (names[order[i - 1]] == names[order[i - 2]]) names[order[i - 1]].clear();
    }
    std::erase(names, "");
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
    if (!text.empty()) append_wrapped(entry.description, text);
  }

  void read_row(std::size_t at, Proposal& proposal) const {
    const GridRow& row = grid_.rows[at];
    const NameText& beside = beside_[at];
    const auto& label = row_labels_[at];
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
    keep_first_of_equal(entry.names);
    entry.fields.insert(entry.fields.end(), row.fields.begin(), row.fields.end());
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
  std::vector<std::optional<Label>> row_labels_;
  std::vector<NameText> beside_;
  std::set<std::string, std::less<>> labels_;
};

}  // namespace

std::vector<Proposal> read_grid(const Grid& grid) {
  std::vector<Proposal> proposals;
  if (too_wide(grid)) return proposals;
  ColumnLooks looks(grid);
  for (const KeyColumn& key : find_key_columns(grid)) {
    Proposal proposal = GridReader(looks, key).read();
    if (proposal.weight > 0) proposals.push_back(std::move(proposal));
  }
  return proposals;
}

}  // namespace doccord
