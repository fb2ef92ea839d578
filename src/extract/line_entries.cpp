#include "extract/line_entries.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "extract/column_words.h"
#include "extract/head_groups.h"
#include "extract/key.h"
#include "extract/label.h"
#include "extract/labelled_value.h"
#include "extract/prose.h"
#include "text/hyphenation.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr double kMostly = 0.7;

using Lines = std::vector<TextLine>;

// The byte in the source that the one at `at` of the line's text comes from. Text that was decoded,
// `&lt;` or a control that became U+FFFD, is shorter or longer than its source: then it is near
// there, and in the line all the same.
std::size_t place(const TextLine& line, std::size_t at) {
  return std::min(line.span.begin + at, line.span.end);
}

// Reads the text of each entry of a group.
class EntryReader {
 public:
  EntryReader(const Lines& lines, HeadGroup& group) : lines_(lines), group_(group) {}

  Grid read() {
    std::size_t inline_heads = 0;
    for (const EntryHead& head : group_.heads) inline_heads += head.inline_text;
    group_.inline_text =
        static_cast<double>(inline_heads) >= kMostly * static_cast<double>(group_.heads.size());
    Grid grid;
    grid.sequential = true;
    grid.keyed = group_.keyed;
    find_bodies();
    for (std::size_t i = 0; i < group_.heads.size(); ++i) grid.rows.push_back(read_row(i));
    grid.headings = headings_;
    return grid;
  }

 private:
  bool is_last(std::size_t i) const { return i + 1 == group_.heads.size(); }

  // The line at which the entry must have ended; the next one may begin inside it.
  std::size_t limit(std::size_t i) const {
    return is_last(i) ? lines_.size() : group_.heads[i + 1].first_line();
  }

  bool starts_inside_line(std::size_t i) const {
    const TextLine& line = lines_[group_.heads[i].line];
    return group_.heads[i].at != item_mark_size(line.text);
  }

  // Whether line `at` is a heading that only repeats the name of head `i`, which follows it.
  bool repeats_name(std::size_t at, std::size_t i) const {
    return i < group_.heads.size() && next_text(lines_, at) == group_.heads[i].line &&
           same_name(lines_[at].text, group_.heads[i].name);
  }

  // Whether line `at` holds the name of head `i`, which follows it.
  bool names_next(std::size_t at, std::size_t i) const {
    return group_.name_above && i < group_.heads.size() &&
           next_text(lines_, at) == group_.heads[i].line &&
           is_constant(strip_decoration(lines_[at].text));
  }

  // The lines [first, last) of the text of entry `i`, below its head.
  std::pair<std::size_t, std::size_t> body(std::size_t i, std::size_t most_paragraphs) const {
    const std::size_t first = group_.heads[i].line + 1;
    const std::size_t stop = limit(i);
    std::size_t end = first;
    std::size_t paragraphs = group_.inline_text ? 1 : 0;
    bool after_blank = true;
    for (std::size_t at = first; at < stop; ++at) {
      if (lines_[at].blank()) {
        after_blank = true;
        continue;
      }
      const bool opens = after_blank || at == first;
      const bool deeper = lines_[at].indent > lines_[group_.heads[i].line].indent;
      if (opens && at > first && group_.inline_text && !deeper) break;
      if (!starts_inside_line(i) && lines_[at].indent < lines_[group_.heads[i].line].indent) break;
      if (repeats_name(at, i + 1) || names_next(at, i + 1)) break;
      if ((paragraphs > 0 || !opens) && !deeper && is_heading_line(lines_, at)) break;
      if (opens && ++paragraphs > most_paragraphs && !deeper) break;
      after_blank = false;
      end = at + 1;
    }
    return {first, end};
  }

  // The last entry has no more paragraphs than the others.
  void find_bodies() {
    for (std::size_t i = 0; i + 1 < group_.heads.size(); ++i) {
      bodies_.push_back(body(i, lines_.size()));
      count_paragraphs(bodies_.back());
    }
    if (!group_.heads.empty()) {
      bodies_.push_back(body(group_.heads.size() - 1, group_.most_paragraphs));
    }
    for (std::size_t i = bodies_.size(); i-- > 1;) {
      if (shares_body_below(i - 1)) bodies_[i - 1] = bodies_[i];
    }
  }

  // Options that stand one above the other have one text: "--user=user" above
  // "--password=password".
  bool shares_body_below(std::size_t i) const {
    const EntryHead& head = group_.heads[i];
    const EntryHead& next = group_.heads[i + 1];
    return head.key.starts_with('-') && head.beside.empty() && next.beside.empty() &&
           bodies_[i].first == bodies_[i].second && next.first_line() == head.line + 1;
  }

  void count_paragraphs(std::pair<std::size_t, std::size_t> body) {
    const auto [first, end] = body;
    std::size_t paragraphs = group_.inline_text ? 1 : 0;
    for (std::size_t at = first; at < end; ++at) {
      paragraphs += !lines_[at].blank() && (at == first || lines_[at - 1].blank());
    }
    group_.most_paragraphs = std::max(group_.most_paragraphs, paragraphs);
  }

  GridRow read_row(std::size_t i) {
    const EntryHead& head = group_.heads[i];
    auto [first, end] = bodies_[i];
    GridRow row;
    if (group_.name_above) row.cells.push_back(name_above(i));
    const TextLine& line = lines_[head.line];
    const Span span{place(line, head.at), place(line, head.at + head.label.size())};
    GridCell label{collapse(head.label), span, false};
    if (!head.short_form.empty()) {
      label.text = fmt::format("{}, {}", collapse(head.short_form), label.text);
      label.span.begin = place(lines_[head.first_line()], 0);
    }
    for (; group_.wrapped && first < end && !lines_[first].blank(); ++first) {
      append_line(label, lines_[first].text, lines_[first].span);
    }
    row.cells.push_back(label);
    add_paragraphs(row, i, first, end);
    const auto filled = std::find_if(row.cells.begin(), row.cells.end(),
                                     [](const GridCell& cell) { return !cell.text.empty(); });
    row.span = {filled->span.begin, row.cells.back().span.end};
    find_section(i, row);
    return row;
  }

  // The name on the line above head `i`, or nothing.
  GridCell name_above(std::size_t i) const {
    const std::size_t above = text_above(lines_, group_.heads[i].line);
    if (above >= lines_.size() || !names_next(above, i)) return {};
    return {collapse(lines_[above].text), lines_[above].span, false};
  }

  // "Default: 30 s" on a line of its own.
  bool is_labelled(std::size_t at) const {
    return read_labelled_value(lines_[at].text).has_value() &&
           (ends_sentence(lines_[at - 1].text) || read_labelled_value(lines_[at - 1].text));
  }

  // Whether line `at` is the name of head `i`, right below it and by itself.
  bool is_name_below(std::size_t i, std::size_t at) const {
    return group_.name_below && at == group_.heads[i].line + 1 && is_constant(lines_[at].text);
  }

  // Adds the lines [first, last) to the row, a cell for each paragraph, labelled value and name.
  void add_paragraphs(GridRow& row, std::size_t i, std::size_t first, std::size_t last) const {
    std::vector<GridCell> paragraphs(1);
    const EntryHead& head = group_.heads[i];
    if (!head.beside.empty()) {
      const TextLine& line = lines_[head.line];
      const auto at = static_cast<std::size_t>(head.beside.data() - line.text.data());
      append_line(paragraphs[0], head.beside, {place(line, at), line.span.end});
    }
    for (std::size_t at = first; at < last; ++at) {
      const bool opens = at > first && !lines_[at].blank() &&
                         (lines_[at - 1].blank() || is_name_below(i, at - 1) || is_labelled(at));
      if (opens && !paragraphs.back().text.empty()) paragraphs.emplace_back();
      append_line(paragraphs.back(), lines_[at].text, lines_[at].span);
    }
    append_line_of_next(paragraphs.back(), i);
    std::string& text = paragraphs[0].text;
    if (!group_.marker.empty() && text.starts_with(trim_right(group_.marker))) {
      text = trim_left(std::string_view(text).substr(trim_right(group_.marker).size()));
    }
    for (GridCell& paragraph : paragraphs) {
      if (!paragraph.text.empty()) row.cells.push_back(std::move(paragraph));
    }
  }

  static void append_line(GridCell& cell, std::string_view text, Span span) {
    if (text.empty()) return;
    if (cell.text.empty()) cell.span.begin = span.begin;
    append_wrapped(cell.text, collapse(text));
    cell.span.end = span.end;
  }

  // When the next entry opens inside a line, the beginning of that line still belongs to this one.
  void append_line_of_next(GridCell& cell, std::size_t i) const {
    if (is_last(i)) return;
    const EntryHead& next = group_.heads[i + 1];
    const TextLine& line = lines_[next.line];
    if (!starts_inside_line(i + 1) || next.line == group_.heads[i].line) return;
    const std::string_view text = trim_right(line.text.substr(0, next.at));
    append_line(cell, text, {line.span.begin, place(line, text.size())});
  }

  // Looks up from the head for the heading that it stands under, and takes a heading right above
  // that repeats the name into the entry.
  void find_section(std::size_t i, GridRow& row) {
    const std::size_t top = i == 0 ? 0 : group_.heads[i - 1].line + 1;
    for (std::size_t at = group_.heads[i].line; at-- > top;) {
      if (lines_[at].blank()) continue;
      if (names_next(at, i)) continue;
      if (repeats_name(at, i)) {
        row.span.begin = lines_[at].span.begin;
        continue;
      }
      const bool columns = is_column_heading(lines_[at].text);
      if (columns) headings_.push_back(lines_[at].span);
      if (columns || at < end_of_previous_ || !is_heading_line(lines_, at)) continue;
      section_ = collapse(heading_text(lines_[at].text));
      headings_.push_back(lines_[at].span);
      break;
    }
    row.section = section_;
    end_of_previous_ = bodies_[i].second;
  }

  const Lines& lines_;
  HeadGroup& group_;
  std::vector<std::pair<std::size_t, std::size_t>> bodies_;  // By entry.
  std::vector<Span> headings_;
  std::string section_;
  std::size_t end_of_previous_ = 0;  // Line behind the text of the entry above.
};

// Where keys begin anew below another heading there are lists of several kinds, each a grid.
std::vector<Grid> split_by_section(Grid grid, const std::vector<std::string>& keys) {
  const std::set<std::string> distinct(keys.begin(), keys.end());
  std::vector<Grid> grids;
  if (10 * distinct.size() >= 9 * keys.size()) {
    grids.push_back(std::move(grid));
    return grids;
  }
  std::sort(grid.headings.begin(), grid.headings.end(),
            [](const Span& a, const Span& b) { return a.begin < b.begin; });
  auto heading = grid.headings.begin();
  for (GridRow& row : grid.rows) {
    if (grids.empty() || grids.back().rows.back().section != row.section) {
      Grid& part = grids.emplace_back();
      part.shape = grid.shape;
      part.header = grid.header;
      part.sequential = grid.sequential;
      part.keyed = grid.keyed;
      part.kind = grid.kind;
    }
    Grid& part = grids.back();
    for (; heading != grid.headings.end() && heading->begin < row.span.end; ++heading) {
      part.headings.push_back(*heading);
    }
    part.rows.push_back(std::move(row));
  }
  return grids;
}

}  // namespace

std::vector<Grid> entries_opened_by_lines(const std::vector<TextLine>& lines,
                                          std::string_view shape) {
  std::vector<Grid> grids;
  std::unordered_map<std::size_t, std::vector<std::size_t>> by_begin;  // Places in `grids`.
  for (HeadGroup& group : find_head_groups(lines)) {
    std::vector<std::string> keys;
    for (const EntryHead& head : group.heads) keys.push_back(head.key);
    Grid grid = EntryReader(lines, group).read();
    grid.shape = shape;
    for (Grid& part : split_by_section(std::move(grid), keys)) {
      // What looks like a list by its numbers may look like one by the words before them, too.
      auto& alike = by_begin[part.rows.empty() ? 0 : part.rows.front().span.begin];
      const bool known = std::any_of(alike.begin(), alike.end(),
                                     [&](std::size_t place) { return grids[place] == part; });
      if (known) continue;
      alike.push_back(grids.size());
      grids.push_back(std::move(part));
    }
  }
  return grids;
}

}  // namespace doccord
