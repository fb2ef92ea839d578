// Tables in plain text: columns that stand below one another, parted by gaps. A column begins where
// most lines of a block begin a piece of text; a line that begins further in goes on with the row
// above.

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/column_words.h"
#include "extract/option_label.h"
#include "extract/shape.h"
#include "extract/text_layout.h"
#include "extract/text_pieces.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr std::size_t kFewestRows = 3;
constexpr double kColumnShare = 0.5;  // Of the lines that must begin a piece where a column is.

// The columns at which most lines of a block begin a piece.
std::vector<std::size_t> columns_of(const std::vector<std::vector<TextPiece>>& lines) {
  std::map<std::size_t, std::size_t> starts;
  for (const std::vector<TextPiece>& pieces : lines) {
    for (const TextPiece& piece : pieces) ++starts[piece.column];
  }
  std::vector<std::size_t> columns;
  for (const auto& [column, count] : starts) {
    if (static_cast<double>(count) >= kColumnShare * static_cast<double>(lines.size())) {
      columns.push_back(column);
    }
  }
  return columns;
}

// "      --no-cache" stands below the long options of the lines above and opens a row as they do.
void align_options(std::vector<std::vector<TextPiece>>& lines) {
  const auto opens = [](const std::vector<TextPiece>& pieces) {
    return !pieces.empty() && read_option_label(pieces[0].text).has_value();
  };
  std::size_t first = std::string::npos;
  for (const std::vector<TextPiece>& pieces : lines) {
    if (opens(pieces)) first = std::min(first, pieces[0].column);
  }
  for (std::vector<TextPiece>& pieces : lines) {
    if (opens(pieces)) pieces[0].column = first;
  }
}

// How many pieces nearly every line has; 0 when they differ or are hardly columns.
std::size_t common_count(const std::vector<std::vector<TextPiece>>& lines) {
  constexpr std::size_t kFewestColumns = 3;
  std::map<std::size_t, std::size_t> counts;
  for (const std::vector<TextPiece>& pieces : lines) ++counts[pieces.size()];
  for (const auto& [count, uses] : counts) {
    if (count >= kFewestColumns && 10 * uses >= 9 * lines.size()) return count;
  }
  return 0;
}

// Columns that do not stand below one another are known by their number: each piece of a line that
// has `count` of them gets its place as its column.
std::vector<std::size_t> number_pieces(std::vector<std::vector<TextPiece>>& lines,
                                       std::size_t count) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < count; ++i) columns.push_back(i);
  for (std::vector<TextPiece>& pieces : lines) {
    for (std::size_t i = 0; i < pieces.size(); ++i) pieces[i].column = i;
  }
  return columns;
}

// A key as wide as its column leaves one blank before the next: "--retries=N 3". Parts the first
// piece of a line where a column begins.
void part_wide_keys(std::vector<std::vector<TextPiece>>& lines,
                    const std::vector<std::size_t>& columns) {
  if (columns.size() < 2) return;
  for (std::vector<TextPiece>& pieces : lines) {
    if (pieces.empty() || pieces[0].column >= columns[1]) continue;
    const TextPiece whole = pieces[0];
    std::size_t at = 0;
    for (std::size_t column = whole.column; column < columns[1] && at < whole.text.size();
         ++column) {
      at += code_point_at(whole.text, at).size;
    }
    if (at == 0 || at >= whole.text.size() || whole.text[at - 1] != ' ') continue;
    const std::string_view key = trim_right(whole.text.substr(0, at));
    pieces[0] = {whole.column, key, {whole.span.begin, whole.span.begin + key.size()}};
    pieces.insert(pieces.begin() + 1,
                  {columns[1], whole.text.substr(at), {whole.span.begin + at, whole.span.end}});
  }
}

// The character that parts the columns of nearly every line: a tab or a bar; 0 when there is none.
char mark_of(const std::vector<TextLine>& lines, std::size_t first, std::size_t last) {
  for (const char mark : {'\t', '|'}) {
    std::size_t with = 0;
    std::size_t rules = 0;
    for (std::size_t i = first; i < last; ++i) {
      rules += is_rule(lines[i].text);
      with += !is_rule(lines[i].text) && lines[i].text.find(mark, 1) != std::string_view::npos;
    }
    if (10 * with >= 8 * (last - first - rules)) return mark;
  }
  return 0;
}

bool is_list_item(std::string_view text) {
  return text.starts_with("- ") || text.starts_with("* ") || text.starts_with("\u2022");
}

// The headings by column. They may be centred and begin before their columns: where there is one
// for each, their order tells.
std::vector<std::string> headings_of(const std::vector<TextPiece>& pieces,
                                     const std::vector<std::size_t>& columns) {
  GridRow heading;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    TextPiece piece = pieces[i];
    if (pieces.size() == columns.size()) piece.column = columns[i];
    add_piece(heading, columns, piece);
  }
  std::vector<std::string> texts;
  for (const GridCell& cell : heading.cells) texts.push_back(cell.text);
  return texts;
}

// Reads the lines [first, last), which no blank line parts.
Grid read_block(const std::vector<TextLine>& lines, std::size_t first, std::size_t last,
                const std::string& section) {
  Grid grid;
  std::vector<std::vector<TextPiece>> pieces;
  std::vector<std::size_t> places;
  const char mark = mark_of(lines, first, last);
  for (std::size_t i = first; i < last; ++i) {
    if (is_rule(lines[i].text)) continue;
    pieces.push_back(mark != 0 ? marked_pieces_of(lines[i], mark) : pieces_of(lines[i]));
    places.push_back(i);
  }
  align_options(pieces);
  std::vector<std::size_t> columns = columns_of(pieces);
  if (const std::size_t count = common_count(pieces); count > columns.size()) {
    columns = number_pieces(pieces, count);
  } else if (mark == 0) {
    part_wide_keys(pieces, columns);
  }
  // Indentation alone makes no columns: the lines themselves must have gaps.
  const auto gapped = static_cast<std::size_t>(std::count_if(
      pieces.begin(), pieces.end(), [](const auto& line) { return line.size() > 1; }));
  if (columns.size() < 2 || 2 * gapped < pieces.size()) return grid;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].empty()) continue;
    const bool headed = places[i] + 1 < last && is_rule(lines[places[i] + 1].text);
    if (grid.rows.empty() && grid.header.empty() &&
        (headed || (i == 0 && is_column_heading(lines[places[i]].text)))) {
      grid.header = headings_of(pieces[i], columns);
      grid.headings.push_back(lines[places[i]].span);
      continue;
    }
    const bool opens = pieces[i][0].column <= columns[0];
    if (opens) grid.rows.push_back({{}, section, lines[places[i]].span});
    if (grid.rows.empty()) continue;
    for (const TextPiece& piece : pieces[i]) add_piece(grid.rows.back(), columns, piece);
  }
  return grid;
}

// The columns that a rule with gaps marks: "------ ----------- -----"; none for one unbroken rule.
std::vector<std::size_t> columns_of_rule(const TextLine& line) {
  std::vector<std::size_t> columns;
  if (!is_rule(line.text)) return columns;
  std::size_t column = line.indent;
  bool inside = false;
  for (std::size_t at = 0; at < line.text.size(); ++column) {
    const std::size_t space = space_size(line.text, at);
    if (space == 0 && !inside) columns.push_back(column);
    inside = space == 0;
    at += space != 0 ? space : code_point_at(line.text, at).size;
  }
  if (columns.size() < 2) columns.clear();
  return columns;
}

// Cuts a line where columns begin, as a rule has marked them.
void add_cut_line(GridRow& row, const std::vector<std::size_t>& columns, const TextLine& line) {
  std::size_t column = line.indent;
  std::size_t begin = 0;
  std::size_t place = 0;
  while (place + 1 < columns.size() && columns[place + 1] <= column) ++place;
  const auto close = [&](std::size_t end) {
    const std::string_view text = trim(line.text.substr(begin, end - begin));
    const std::size_t offset = line.span.begin + begin;
    if (!text.empty())
      add_piece(row, columns, {columns[place], text, {offset, offset + (end - begin)}});
    begin = end;
  };
  for (std::size_t at = 0; at < line.text.size(); ++column) {
    if (place + 1 < columns.size() && column == columns[place + 1]) {
      close(at);
      ++place;
    }
    const std::size_t space = space_size(line.text, at);
    at += space != 0 ? space : code_point_at(line.text, at).size;
  }
  close(line.text.size());
}

// A table below a rule that marks its columns, up to the next rule; where blank lines part its
// rows, they may take several lines each. Moves `at` behind it.
Grid read_ruled(const std::vector<TextLine>& lines, std::size_t& at, const std::string& section) {
  const std::vector<std::size_t> columns = columns_of_rule(lines[at]);
  Grid grid;
  GridRow heading;
  for (std::size_t above = at;
       above-- > 0 && !lines[above].blank() && !is_rule(lines[above].text);) {
    add_cut_line(heading, columns, lines[above]);
    grid.headings.push_back(lines[above].span);
  }
  for (const GridCell& cell : heading.cells) grid.header.push_back(cell.text);
  std::size_t end = at + 1;
  while (end < lines.size() && !is_rule(lines[end].text)) ++end;
  const bool parted = std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                  lines.begin() + static_cast<std::ptrdiff_t>(end) - 1,
                                  [](const TextLine& line) { return line.blank(); });
  const bool several = parted && end < lines.size();
  bool opens = true;
  for (++at; at < end; ++at) {
    if (lines[at].blank() && !several) break;
    if (lines[at].blank()) {
      opens = true;
      continue;
    }
    if (opens || !several) grid.rows.push_back({{}, section, lines[at].span});
    opens = false;
    add_cut_line(grid.rows.back(), columns, lines[at]);
  }
  return grid;
}

// Whether bars stand in a rule, as in Markdown's own tables, which are no business of this shape.
enum class Bars { allowed, refused };

std::vector<Grid> ruled_tables(const std::vector<TextLine>& lines, Bars bars) {
  std::vector<Grid> grids;
  const bool ruled = std::any_of(lines.begin(), lines.end(), [](const TextLine& line) {
    return !columns_of_rule(line).empty();
  });
  if (!ruled) return grids;
  std::string section;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (is_heading_line(lines, at)) section = collapse(heading_text(lines[at].text));
    const bool barred = lines[at].text.find('|') != std::string_view::npos;
    if ((barred && bars == Bars::refused) || columns_of_rule(lines[at]).empty()) continue;
    Grid grid = read_ruled(lines, at, section);
    if (grid.rows.size() >= kFewestRows) grids.push_back(std::move(grid));
  }
  return grids;
}

// Whether the block [first, last) has pieces at the columns of the one before, and no heading of
// its own: a blank line that sets rows apart does not end their table.
bool goes_on(const std::vector<TextLine>& lines, std::size_t before, std::size_t first,
             std::size_t last) {
  std::vector<std::vector<TextPiece>> above;
  for (std::size_t i = before; i < first; ++i) {
    if (!lines[i].blank()) above.push_back(pieces_of(lines[i]));
  }
  const std::vector<std::size_t> columns = columns_of(above);
  if (columns.size() < 2 || is_column_heading(lines[first].text)) return false;
  std::size_t fitting = 0;
  for (std::size_t i = first; i < last; ++i) {
    const std::vector<TextPiece> pieces = pieces_of(lines[i]);
    const auto fits = [&](const TextPiece& piece) {
      return std::find(columns.begin(), columns.end(), piece.column) != columns.end();
    };
    if (pieces.empty() || is_rule(lines[i].text) || !fits(pieces.back())) return false;
    // A long option stands further in than those that have a short one.
    const bool opens = fits(pieces.front()) || read_option_label(pieces.front().text);
    fitting += pieces.size() > 1 && opens;
  }
  return 2 * fitting > last - first;
}

std::size_t end_of_block(const std::vector<TextLine>& lines, std::size_t first) {
  while (first < lines.size() && !lines[first].blank()) ++first;
  return first;
}

// Where the table ends that the block at `first` begins.
std::size_t end_of_table(const std::vector<TextLine>& lines, std::size_t first) {
  std::size_t last = end_of_block(lines, first);
  const bool ruled = first + 1 < lines.size() && is_rule(lines[first + 1].text);
  // Blocks without a heading are joined later.
  if (!ruled && !is_column_heading(lines[first].text)) return last;
  for (std::size_t before = first; last + 1 < lines.size() && !lines[last + 1].blank();) {
    const std::size_t next = last + 1;
    const std::size_t end = end_of_block(lines, next);
    if (!goes_on(lines, before, next, end)) break;
    last = end;
  }
  return last;
}

// "Options:" directly above columns stands over them and is no row.
bool is_caption(const std::vector<TextLine>& lines, std::size_t first) {
  return lines[first].text.ends_with(':') && pieces_of(lines[first]).size() == 1 &&
         first + 1 < lines.size() && pieces_of(lines[first + 1]).size() > 1;
}

std::vector<Grid> blocks_with_columns(const std::vector<TextLine>& lines) {
  std::vector<Grid> grids;
  std::string section;
  for (std::size_t first = 0; first < lines.size();) {
    if (lines[first].blank()) {
      ++first;
      continue;
    }
    if (is_caption(lines, first)) section = collapse(heading_text(lines[first++].text));
    const std::size_t last = end_of_table(lines, first);
    if (last - first >= kFewestRows && !is_list_item(lines[first].text)) {
      Grid grid = read_block(lines, first, last, section);
      if (grid.rows.size() >= kFewestRows) grids.push_back(std::move(grid));
    } else if (last > first && is_heading_line(lines, first)) {
      section = collapse(heading_text(lines[first].text));
    }
    first = last + 1;
  }
  return grids;
}

// Markdown as pandoc writes it has tables that Markdown itself does not know: those with rules.
std::vector<Grid> ruled_tables_of_markdown(const Document& document) {
  std::vector<Grid> grids = ruled_tables(raw_lines_of(document.text()), Bars::refused);
  for (Grid& grid : grids) {
    for (GridRow& row : grid.rows) {
      for (GridCell& cell : row.cells) {
        cell.coded = cell.text.starts_with('`');
        std::erase(cell.text, '`');
        std::erase(cell.text, '\\');
      }
    }
  }
  return grids;
}

std::vector<Grid> propose(const DocumentTexts& texts) {
  const Format format = texts.document().format();
  std::vector<Grid> grids;
  if (format == Format::markdown) grids = ruled_tables_of_markdown(texts.document());
  if (format == Format::text) {
    const std::vector<TextLine>& lines = texts.lines();
    grids = ruled_tables(lines, Bars::allowed);
    std::vector<Grid> blocks = blocks_with_columns(lines);
    std::move(blocks.begin(), blocks.end(), std::back_inserter(grids));
  }
  for (Grid& grid : grids) grid.shape = shapes::text_table.name;
  return grids;
}

}  // namespace

const Shape shapes::text_table{
    .name = "text-table", .summary = "columns in plain text, parted by gaps", .propose = propose};

}  // namespace doccord
