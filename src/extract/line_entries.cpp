#include "extract/line_entries.h"

// Lines that open entries look alike: same place of the key, same separator. So all lines that
// could open an entry are grouped by that look, and each group is proposed as a grid of its own.

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extract/column_words.h"
#include "extract/label.h"
#include "extract/labelled_value.h"
#include "extract/prose.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr std::size_t kFewestHeads = 2;
constexpr std::size_t kFewestWordHeads = 3;  // Two words may be set off by chance.
constexpr double kMostly = 0.7;
constexpr std::size_t kMostNameWords = 12;

// A place where an entry may open: in a line, mostly at its start.
struct Head {
  std::size_t line = 0;
  std::size_t at = 0;      // Byte in the line's text at which the label begins.
  std::string_view label;  // From there to the end of the line.
  std::string key;
  std::string_view name;     // What stands beside the key, to know a heading that repeats it.
  bool inline_text = false;  // The description begins on the same line.
};

// The byte in the source that the one at `at` of the line's text comes from. Text that was decoded,
// `&lt;` or a control that became U+FFFD, is shorter or longer than its source: then it is near
// there, and in the line all the same.
std::size_t place(const TextLine& line, std::size_t at) {
  return std::min(line.span.begin + at, line.span.end);
}

// What lines that open entries of one group have in common.
struct Look {
  KeyPattern pattern = KeyPattern::number;
  LabelForm form = LabelForm::whole;
  std::string separator;
  bool constant = false;   // What stands before the key is a constant.
  std::size_t indent = 0;  // Of identifiers only: prose may begin with one, but not time and again
                           // at a place of its own.
  bool numbered = false;   // Section numbers stand before the keys, or there are none.
  bool closed = false;     // A mark closes the label.
  friend auto operator<=>(const Look&, const Look&) = default;
};

struct Group {
  std::vector<Head> heads;
  std::string_view marker;          // What the line below a head begins with: "- "; may be empty.
  bool inline_text = false;         // Descriptions begin on the head's own line.
  bool wrapped = false;             // Texts begin on the head's line and go on below it.
  bool name_below = false;          // The line below a head does: a constant by itself.
  bool name_above = false;          // The line above a head holds the name: a constant by itself.
  std::size_t most_paragraphs = 1;  // Of an entry that another entry follows.
};

using Lines = std::vector<TextLine>;

std::string_view marker_of(std::string_view text) {
  for (const std::string_view mark : {"- ", "* ", ": ", "\u2022 ", "\u00B7 ", "-- ", "\u2013 "}) {
    if (text.starts_with(mark)) return mark;
  }
  return {};
}

// Bytes of the mark of a list item at the start of a line, with the blanks behind it.
std::size_t item_mark_size(std::string_view text) {
  for (const std::string_view mark : {"-", "*", "+", "\u2022", "\u00B7", "o"}) {
    if (!text.starts_with(mark)) continue;
    std::size_t at = mark.size();
    while (const std::size_t space = space_size(text, at)) at += space;
    return at > mark.size() && at < text.size() ? at : 0;
  }
  return 0;
}

// Whether a text that is split over lines may not begin here: the line above breaks off.
bool continues_line_above(const Lines& lines, std::size_t at) {
  if (at == 0 || lines[at - 1].blank() || item_mark_size(lines[at].text) > 0) return false;
  const std::string_view above = lines[at - 1].text;
  return !ends_sentence(above) && count_words(above) > kMostNameWords;
}

// Whether a word that could begin any line is set off as a key: alone above an indented text,
// before a colon, or before a gap as columns have it.
bool is_set_off(const Lines& lines, std::size_t at, const Label& label) {
  constexpr std::size_t kFewestLetters = 2;
  constexpr std::size_t kFewestLettersAlone = 4;
  if (label.key.size() < kFewestLetters || !is_constant(label.key)) return false;
  // Inside a paragraph a line may begin with any word.
  const bool opens = at == 0 || lines[at - 1].blank() || lines[at - 1].indent > lines[at].indent ||
                     item_mark_size(lines[at].text) > 0 ||
                     (lines[at - 1].indent < lines[at].indent && is_heading_line(lines, at - 1));
  if (!opens) return false;
  const bool below = at + 1 < lines.size() && !lines[at + 1].blank();
  const bool deeper = below && lines[at + 1].indent > lines[at].indent;
  // "max_speed = <integer>", "max_speed (integer)" above its text.
  const bool noted = label.separator == "=" || label.after.starts_with('(');
  if (noted && deeper) return true;
  if (label.form == LabelForm::whole) {
    if (deeper) return true;
    // By itself between blank lines, a constant of some length is no word of a text.
    const bool alone = (at == 0 || lines[at - 1].blank()) && !below && !lines[at].heading;
    return (alone || lines[at].coded) && label.key.size() >= kFewestLettersAlone;
  }
  const std::string_view before_gap = label.argument.empty() ? label.key : label.argument;
  const auto gap =
      static_cast<std::size_t>(label.after.data() - before_gap.data()) - before_gap.size();
  const bool marked = item_mark_size(lines[at].text) > 0 && !label.separator.empty();
  return marked || label.separator == ":" || (label.separator.empty() && gap >= 2);
}

std::optional<Look> look_of(const Lines& lines, std::size_t at, const Label& label,
                            KeyPattern pattern) {
  const bool constant = is_constant(strip_decoration(label.before));
  if (pattern == KeyPattern::identifier) {
    if (!is_set_off(lines, at, label)) return std::nullopt;
    const std::string_view mark = label.after.starts_with('(') ? "(" : label.separator;
    // Long options without a short one stand further in than the others.
    constexpr std::size_t kAnyIndent = std::string::npos;
    const std::size_t indent = label.key.starts_with('-') ? kAnyIndent : lines[at].indent;
    return Look{pattern, label.form, std::string(mark), constant, indent};
  }
  if (label.form == LabelForm::key_last) {
    // A sentence that happens to end with a number is no label.
    const bool marked =
        !label.separator.empty() && label.separator != "." && label.separator != ",";
    if (!constant && (!marked || count_words(label.before) > kMostNameWords)) return std::nullopt;
    // "success (0)" among "operationsError (1)": one word is one name, however it is written.
    const bool named = constant || (label.separator == "(" && count_words(label.before) == 1);
    return Look{pattern,        label.form,  std::string(label.separator), named, 0,
                label.numbered, label.closed};
  }
  return Look{pattern, label.form, std::string(label.separator), constant, 0, label.numbered};
}

Head make_head(const Lines& lines, std::size_t line, std::size_t mark, const Label& label) {
  Head head;
  head.line = line;
  head.at = mark;
  head.label = lines[line].text.substr(mark);
  head.key = label.key;
  head.name = label.before.empty() ? label.after : label.before;
  head.inline_text = label.form == LabelForm::key_second ||
                     (label.form == LabelForm::key_first && is_prose(label.after));
  return head;
}

// Adds the line to each group that it could open an entry of.
void add_line(const Lines& lines, std::size_t at, std::map<Look, Group>& groups) {
  constexpr std::array kPatterns{KeyPattern::number, KeyPattern::hexadecimal, KeyPattern::sqlstate,
                                 KeyPattern::identifier};
  constexpr std::array kForms{LabelForm::whole, LabelForm::key_first, LabelForm::key_second,
                              LabelForm::key_last};
  for (const KeyPattern pattern : kPatterns) {
    for (const LabelForm form : kForms) {
      const bool first = form == LabelForm::whole || form == LabelForm::key_first;
      if (pattern == KeyPattern::identifier && !first) continue;
      const std::size_t mark = item_mark_size(lines[at].text);
      const auto label = read_label(lines[at].text.substr(mark), pattern, form);
      if (!label) continue;
      if (const auto look = look_of(lines, at, *label, pattern)) {
        groups[*look].heads.push_back(make_head(lines, at, mark, *label));
      }
    }
  }
}

std::map<Look, Group> find_groups(const Lines& lines) {
  std::map<Look, Group> groups;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const TextLine& line = lines[i];
    const bool opens = !line.blank() && !line.heading && !line.inner;
    if (opens && !continues_line_above(lines, i)) add_line(lines, i, groups);
  }
  std::erase_if(groups, [](const auto& item) {
    const bool words = item.first.pattern == KeyPattern::identifier;
    return item.second.heads.size() < (words ? kFewestWordHeads : kFewestHeads);
  });
  return groups;
}

// The first line below `line` that is not blank, or lines.size().
std::size_t next_text(const Lines& lines, std::size_t line) {
  std::size_t at = line + 1;
  while (at < lines.size() && lines[at].blank()) ++at;
  return at;
}

// The line with text above `line`, or lines.size().
std::size_t text_above(const Lines& lines, std::size_t line) {
  while (line > 0 && lines[line - 1].blank()) --line;
  return line > 0 ? line - 1 : lines.size();
}

// Heads that are keys by themselves may have their names on the line below or above.
void learn_names(const Lines& lines, Group& group) {
  std::size_t above = 0;
  std::size_t below = 0;
  for (const Head& head : group.heads) {
    if (!head.name.empty()) return;
    const std::size_t before = text_above(lines, head.line);
    above += before < lines.size() && is_constant(strip_decoration(lines[before].text));
    below += head.line + 1 < lines.size() && is_constant(lines[head.line + 1].text);
  }
  const double most = kMostly * static_cast<double>(group.heads.size());
  group.name_below = static_cast<double>(below) >= most;
  group.name_above = static_cast<double>(above) >= most && !group.name_below;
}

// How wide the lines of the document are: those that were broken do not go beyond it.
std::size_t width_of(const Lines& lines) {
  std::size_t width = 0;
  for (const TextLine& line : lines)
    width = std::max(width, line.indent + count_code_points(line.text));
  return width;
}

// Whether the line below could not have begun on the line `at`: its first word had no room there.
bool is_broken_below(const Lines& lines, std::size_t at, std::size_t width) {
  const std::string_view below = lines[at + 1].text;
  std::size_t word = 0;
  while (word < below.size() && space_size(below, word) == 0)
    word += code_point_at(below, word).size;
  return lines[at].indent + count_code_points(lines[at].text) + 1 + word > width;
}

// Where most heads that have a line right below were broken there, it is their text that goes on,
// and no text of its own.
void learn_wrapping(const Lines& lines, const Look& look, Group& group) {
  if (look.form != LabelForm::key_first || !group.marker.empty()) return;
  const std::size_t width = width_of(lines);
  std::size_t followed = 0;
  std::size_t broken = 0;
  for (const Head& head : group.heads) {
    const TextLine& line = lines[head.line];
    const bool below = head.line + 1 < lines.size() && !lines[head.line + 1].blank() &&
                       lines[head.line + 1].indent > line.indent;
    if (!below) continue;
    ++followed;
    broken += is_broken_below(lines, head.line, width);
  }
  group.wrapped =
      followed > 0 && static_cast<double>(broken) >= kMostly * static_cast<double>(followed);
}

// Learns what the text below the heads begins with; heads without it are no heads then: a number
// that a line happens to begin with does not have it below.
void learn_marker(const Lines& lines, Group& group) {
  std::set<std::size_t> heads;
  for (const Head& head : group.heads) heads.insert(head.line);
  std::map<std::string_view, std::size_t> seen;
  for (const Head& head : group.heads) {
    const std::size_t below = next_text(lines, head.line);
    // Below the items of a list stand other items, and no texts with marks.
    if (below < lines.size() && !heads.contains(below)) ++seen[marker_of(lines[below].text)];
  }
  for (const auto& [marker, count] : seen) {
    if (static_cast<double>(count) >= kMostly * static_cast<double>(group.heads.size())) {
      group.marker = marker;
    }
  }
  if (group.marker.empty()) return;
  std::erase_if(group.heads, [&](const Head& head) {
    const std::size_t below = next_text(lines, head.line);
    return below >= lines.size() || !lines[below].text.starts_with(group.marker);
  });
}

// Texts that were flattened run into one another: "... was placed. 202 Accepted". Behind the end of
// a sentence, at the end of a line and above a marked text, such a label opens an entry as well.
void find_heads_inside_lines(const Lines& lines, const Look& look, Group& group) {
  if (group.marker.empty() || look.form != LabelForm::key_first) return;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::string_view text = lines[i].text;
    if (!lines[i + 1].text.starts_with(group.marker)) continue;
    for (std::size_t at = text.size(); at-- > 1;) {
      if (space_size(text, at - 1) == 0 || !ends_sentence(text.substr(0, at - 1))) continue;
      const auto label = read_label(text.substr(at), look.pattern, LabelForm::key_first);
      if (!label || is_prose(label->after)) continue;
      group.heads.push_back({i, at, text.substr(at), std::string(label->key), label->after, false});
      break;
    }
  }
  std::sort(group.heads.begin(), group.heads.end(), [](const Head& a, const Head& b) {
    return std::pair(a.line, a.at) < std::pair(b.line, b.at);
  });
}

// Reads the text of each entry of a group.
class EntryReader {
 public:
  EntryReader(const Lines& lines, Group& group) : lines_(lines), group_(group) {}

  Grid read() {
    std::size_t inline_heads = 0;
    for (const Head& head : group_.heads) inline_heads += head.inline_text;
    group_.inline_text =
        static_cast<double>(inline_heads) >= kMostly * static_cast<double>(group_.heads.size());
    Grid grid;
    grid.sequential = true;
    for (std::size_t i = 0; i < group_.heads.size(); ++i) count_paragraphs(i);
    for (std::size_t i = 0; i < group_.heads.size(); ++i) grid.rows.push_back(read_row(i));
    grid.headings = headings_;
    return grid;
  }

 private:
  bool is_last(std::size_t i) const { return i + 1 == group_.heads.size(); }

  // The line at which the entry must have ended; the next one may begin inside it.
  std::size_t limit(std::size_t i) const {
    return is_last(i) ? lines_.size() : group_.heads[i + 1].line;
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

  void count_paragraphs(std::size_t i) {
    if (is_last(i)) return;
    const auto [first, end] = body(i, lines_.size());
    std::size_t paragraphs = group_.inline_text ? 1 : 0;
    for (std::size_t at = first; at < end; ++at) {
      paragraphs += !lines_[at].blank() && (at == first || lines_[at - 1].blank());
    }
    group_.most_paragraphs = std::max(group_.most_paragraphs, paragraphs);
  }

  GridRow read_row(std::size_t i) {
    const Head& head = group_.heads[i];
    auto [first, end] = body(i, is_last(i) ? group_.most_paragraphs : lines_.size());
    GridRow row;
    if (group_.name_above) row.cells.push_back(name_above(i));
    const TextLine& line = lines_[head.line];
    const Span span{place(line, head.at), place(line, head.at + head.label.size())};
    GridCell label{collapse(head.label), span, false};
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
    if (!cell.text.empty()) cell.text += ' ';
    cell.text += collapse(text);
    cell.span.end = span.end;
  }

  // When the next entry opens inside a line, the beginning of that line still belongs to this one.
  void append_line_of_next(GridCell& cell, std::size_t i) const {
    if (is_last(i)) return;
    const Head& next = group_.heads[i + 1];
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
    end_of_previous_ = body(i, is_last(i) ? group_.most_paragraphs : lines_.size()).second;
  }

  const Lines& lines_;
  Group& group_;
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
  for (GridRow& row : grid.rows) {
    if (grids.empty() || grids.back().rows.back().section != row.section) {
      grids.push_back(
          {grid.shape, grid.header, {}, grid.sequential, grid.keyed, grid.headings, grid.kind});
    }
    grids.back().rows.push_back(std::move(row));
  }
  return grids;
}

}  // namespace

std::vector<Grid> entries_opened_by_lines(const std::vector<TextLine>& lines,
                                          std::string_view shape) {
  std::vector<Grid> grids;
  for (auto& [look, group] : find_groups(lines)) {
    learn_marker(lines, group);
    learn_names(lines, group);
    learn_wrapping(lines, look, group);
    find_heads_inside_lines(lines, look, group);
    if (group.heads.size() < kFewestHeads) continue;
    std::vector<std::string> keys;
    for (const Head& head : group.heads) keys.push_back(head.key);
    Grid grid = EntryReader(lines, group).read();
    grid.shape = shape;
    std::vector<Grid> parts = split_by_section(std::move(grid), keys);
    std::move(parts.begin(), parts.end(), std::back_inserter(grids));
  }
  return grids;
}

}  // namespace doccord
