#include "extract/key_spaces.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "extract/constant_expression.h"
#include "text/name_words.h"

namespace doccord {
namespace {

constexpr double kMostRepeated = 0.015;        // Share of values that repeat in one list.
constexpr double kMostRepeatedFamily = 0.1;    // In what has one prefix; else it is several lists.
constexpr double kMostRepeatedJoining = 0.05;  // Of a list that joins others.
constexpr double kMostlyOrdered = 0.7;
constexpr double kNearlyAll = 0.9;      // Of a group, with names of one beginning.
constexpr std::size_t kFewestRows = 8;  // Of a list in which one value may be repeated by mistake.
constexpr std::size_t kMostPrefixWords = 3;

using Rows = std::vector<std::size_t>;  // Places in the grid, ascending.

// Behind the word that begins at `at`: behind its underscore, or, in a name without any, at the
// next hump; `npos` behind the last one.
std::size_t next_word(std::string_view name, std::size_t at) {
  if (name.find('_') != std::string_view::npos) {
    const std::size_t end = name.find('_', at);
    return end == std::string_view::npos ? end : end + 1;
  }
  for (std::size_t i = at + 1; i < name.size(); ++i) {
    if (is_hump(name, i)) return i;
  }
  return std::string_view::npos;
}

// The first `words` words of a name with the underscore behind them; all of it if it has fewer.
std::string_view prefix_of(std::string_view name, std::size_t words) {
  std::size_t at = 0;
  for (; words > 0; --words) {
    const std::size_t end = next_word(name, at);
    if (end == std::string_view::npos) return name.substr(0, at);
    at = end;
  }
  return name.substr(0, at);
}

class Splitter {
 public:
  Splitter(Grid grid, std::size_t name_column, std::size_t value_column,
           const std::vector<bool>& opens)
      : grid_(std::move(grid)),
        name_column_(name_column),
        value_column_(value_column),
        opens_(opens) {}

  std::vector<Grid> split() {
    Rows all;
    Rows others;  // Texts and what else is no integer.
    for (std::size_t i = 0; i < grid_.rows.size(); ++i) (value(i) ? all : others).push_back(i);
    if (repeated(all) <= kMostRepeated * static_cast<double>(all.size())) return {std::move(grid_)};
    std::vector<Rows> families = families_of(all, 1);
    std::stable_sort(families.begin(), families.end(),
                     [](const Rows& a, const Rows& b) { return a.size() > b.size(); });
    // Where the names make no families, one value that stands twice does so by mistake.
    const bool mistake = repeated(all) <= 1 && all.size() >= kFewestRows;
    if (mistake && 2 * families.front().size() < all.size()) return {std::move(grid_)};
    std::vector<Rows> spaces;
    for (Rows& family : families) add(std::move(family), spaces);
    add_groups(all, spaces);
    std::vector<Grid> grids;
    for (const Rows& space : spaces) grids.push_back(grid_of(space));
    if (!others.empty()) grids.push_back(grid_of(others));
    return grids;
  }

 private:
  std::string_view cell(std::size_t row, std::size_t column) const {
    return grid_.rows[row].cells[column].text;
  }
  std::optional<long> value(std::size_t row) const { return integer_of(cell(row, value_column_)); }

  // Rows whose value another one has by another name; the same name twice is a constant twice, and
  // what has the value of the row before is a further name of it.
  double repeated(const Rows& rows) const {
    std::set<std::optional<long>> values;
    std::set<std::pair<std::optional<long>, std::string_view>> constants;
    std::optional<long> before;
    for (const std::size_t row : rows) {
      const std::optional<long> own = value(row);
      if (own == before) continue;
      before = own;
      values.insert(own);
      constants.emplace(own, cell(row, name_column_));
    }
    return static_cast<double>(constants.size() - values.size());
  }

  // Rows by what their names begin with; where values repeat under one beginning, a longer one.
  std::vector<Rows> families_of(const Rows& rows, std::size_t words) const {
    std::map<std::string_view, Rows> by_prefix;
    for (const std::size_t row : rows) {
      by_prefix[prefix_of(cell(row, name_column_), words)].push_back(row);
    }
    std::vector<Rows> families;
    for (auto& [prefix, family] : by_prefix) {
      const bool several =
          repeated(family) > kMostRepeatedFamily * static_cast<double>(family.size());
      if (several && words < kMostPrefixWords) {
        std::vector<Rows> parts = families_of(family, words + 1);
        families.insert(families.end(), parts.begin(), parts.end());
      } else {
        families.push_back(std::move(family));
      }
    }
    return families;
  }

  // Adds the groups of rows that stand together and in which each value stands once.
  void add_groups(const Rows& all, std::vector<Rows>& spaces) const {
    std::vector<Rows> groups(1);
    for (const std::size_t row : all) {
      if (opens_[row] && !groups.back().empty()) groups.emplace_back();
      groups.back().push_back(row);
    }
    for (Rows& group : groups) {
      keep_main_family(group);
      const bool known = std::find(spaces.begin(), spaces.end(), group) != spaces.end();
      if (known || group.size() < kFewestRows || repeated(group) > 0) continue;
      spaces.push_back(std::move(group));
    }
  }

  // Drops the few rows that happen to stand beside a list whose names begin alike.
  void keep_main_family(Rows& group) const {
    for (std::size_t words = kMostPrefixWords; words > 0; --words) {
      std::map<std::string_view, std::size_t> uses;
      for (const std::size_t row : group) ++uses[prefix_of(cell(row, name_column_), words)];
      for (const auto& [prefix, count] : uses) {
        if (static_cast<double>(count) < kNearlyAll * static_cast<double>(group.size())) continue;
        std::erase_if(group, [this, words, kept = prefix](std::size_t row) {
          return prefix_of(cell(row, name_column_), words) != kept;
        });
        return;
      }
    }
  }

  // Joins the family to the first list that it goes with, or begins a list with it.
  void add(Rows family, std::vector<Rows>& spaces) const {
    for (Rows& space : spaces) {
      Rows joined;
      std::merge(space.begin(), space.end(), family.begin(), family.end(),
                 std::back_inserter(joined));
      if (!goes_with(family, space, joined)) continue;
      space = std::move(joined);
      return;
    }
    spaces.push_back(std::move(family));
  }

  bool goes_with(const Rows& family, const Rows& space, const Rows& joined) const {
    const double added = repeated(joined) - repeated(space) - repeated(family);
    if (added > kMostRepeatedJoining * static_cast<double>(family.size())) return false;
    const std::set<std::size_t> own(family.begin(), family.end());
    std::size_t seams = 0;
    std::size_t ordered = 0;
    for (std::size_t i = 1; i < joined.size(); ++i) {
      if (own.contains(joined[i]) == own.contains(joined[i - 1])) continue;
      ++seams;
      ordered += value(joined[i - 1]) < value(joined[i]);
    }
    return static_cast<double>(ordered) >= kMostlyOrdered * static_cast<double>(seams) &&
           lies_within(family, space);
  }

  // Whether the values of a family lie between those of a list.
  bool lies_within(const Rows& family, const Rows& space) const {
    const auto less = [&](std::size_t a, std::size_t b) { return value(a) < value(b); };
    const auto [first, last] = std::minmax_element(family.begin(), family.end(), less);
    const auto [lowest, highest] = std::minmax_element(space.begin(), space.end(), less);
    return !less(*first, *lowest) && !less(*highest, *last);
  }

  Grid grid_of(const Rows& rows) const {
    Grid grid;
    grid.shape = grid_.shape;
    grid.header = grid_.header;
    grid.kind = grid_.kind;
    for (const std::size_t row : rows) grid.rows.push_back(grid_.rows[row]);
    return grid;
  }

  Grid grid_;
  std::size_t name_column_;
  std::size_t value_column_;
  const std::vector<bool>& opens_;
};

}  // namespace

std::vector<Grid> split_key_spaces(Grid grid, std::size_t name_column, std::size_t value_column,
                                   const std::vector<bool>& opens) {
  return Splitter(std::move(grid), name_column, value_column, opens).split();
}

}  // namespace doccord
