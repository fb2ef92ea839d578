// Tables in lines: fields between separators, quoted where they hold one (RFC 4180).

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "parse/format_parser.h"
#include "parse/parse_error.h"
#include "parse/tree_builder.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

using std::string_view;

struct Cell {
  Span span;     // With the quotes.
  Span content;  // Without.
  std::string text;
};
using Row = std::vector<Cell>;

constexpr std::array<char, 3> kSeparators{',', ';', '\t'};
// The first rows tell how a table is written.
constexpr std::size_t kRowsLookedAt = 100;

class Reader {
 public:
  Reader(string_view text, char separator) : text_(text), separator_(separator) {}

  // The next row that is not blank; nothing at the end of the text or behind an error.
  std::optional<Row> next();
  // Where a quote opens that is never closed.
  std::optional<std::size_t> open_quote() const { return open_quote_; }

 private:
  Cell read_cell();
  void read_quoted(Cell& cell);
  bool at_line_end() const { return text_[at_] == '\n' || text_.substr(at_, 2) == "\r\n"; }

  string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::optional<std::size_t> open_quote_;
};

std::optional<Row> Reader::next() {
  while (at_ < text_.size()) {
    Row row;
    while (true) {
      row.push_back(read_cell());
      if (open_quote_) return std::nullopt;
      if (at_ >= text_.size() || text_[at_] != separator_) break;
      ++at_;
    }
    if (at_ < text_.size()) at_ += text_[at_] == '\n' ? 1 : 2;
    if (row.size() > 1 || !is_blank(row.front().text)) return row;
  }
  return std::nullopt;
}

// Leaves the reader at a separator, a line's end or the text's.
Cell Reader::read_cell() {
  Cell cell;
  cell.span.begin = at_;
  const bool quoted = at_ < text_.size() && text_[at_] == '"';
  if (quoted) read_quoted(cell);
  const std::size_t rest = at_;
  while (at_ < text_.size() && text_[at_] != separator_ && !at_line_end()) ++at_;
  cell.text += text_.substr(rest, at_ - rest);
  cell.span.end = at_;
  if (!quoted || at_ > rest) cell.content = cell.span;
  return cell;
}

void Reader::read_quoted(Cell& cell) {
  const std::size_t open = at_++;
  while (true) {
    const std::size_t quote = text_.find('"', at_);
    if (quote == string_view::npos) {
      open_quote_ = open;
      return;
    }
    cell.text += text_.substr(at_, quote - at_);
    at_ = quote + 1;
    if (at_ >= text_.size() || text_[at_] != '"') break;
    cell.text += '"';
    ++at_;
  }
  cell.content = {open + 1, at_ - 1};
}

std::vector<Row> first_rows(string_view text, char separator) {
  std::vector<Row> rows;
  Reader reader(text, separator);
  while (rows.size() < kRowsLookedAt) {
    auto row = reader.next();
    if (!row) break;
    rows.push_back(std::move(*row));
  }
  return rows;
}

// The separator that gives the most rows as many cells as the first one has, more than one.
char find_separator(string_view text) {
  char best = kSeparators.front();
  std::size_t best_score = 0;
  for (const char separator : kSeparators) {
    const std::vector<Row> rows = first_rows(text, separator);
    if (rows.empty() || rows.front().size() < 2) continue;
    const std::size_t columns = rows.front().size();
    const auto alike = static_cast<std::size_t>(std::count_if(
        rows.begin(), rows.end(), [&](const Row& row) { return row.size() == columns; }));
    const std::size_t score = alike * 1000 / rows.size() * 1000 + columns;
    if (score > best_score) {
      best = separator;
      best_score = score;
    }
  }
  return best;
}

enum class Shape { empty, number, with_digit, upper, words };

Shape shape_of(string_view text) {
  text = trim(text);
  if (text.empty()) return Shape::empty;
  const auto any = [&](char first, char last) {
    return std::any_of(text.begin(), text.end(), [=](char c) { return c >= first && c <= last; });
  };
  if (any('0', '9')) {
    return text.find_first_not_of("0123456789.,+-xX%") == string_view::npos ? Shape::number
                                                                            : Shape::with_digit;
  }
  return !any('a', 'z') && text.size() > 2 ? Shape::upper : Shape::words;
}

std::size_t word_count(string_view text) {
  std::size_t words = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    words += text[i] != ' ' && (i == 0 || text[i - 1] == ' ');
  }
  return words;
}

// Words of which none is a number, over a column whose cells look otherwise or are sentences.
bool has_header(const std::vector<Row>& rows) {
  if (rows.size() < 2) return false;
  const Row& head = rows.front();
  bool unlike = false;
  for (std::size_t column = 0; column < head.size(); ++column) {
    const Shape shape = shape_of(head[column].text);
    if (shape == Shape::number) return false;
    const bool brief = word_count(head[column].text) <= 2;
    std::size_t others = 0;
    std::size_t filled = 0;
    std::size_t words = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
      if (column >= rows[i].size()) continue;
      const Shape below = shape_of(rows[i][column].text);
      if (rows[i][column].text == head[column].text && shape != Shape::empty) return false;
      filled += below != Shape::empty;
      others += below != Shape::empty && below != shape;
      words += word_count(rows[i][column].text);
    }
    unlike = unlike || (filled > 0 && others * 10 >= filled * 8) ||
             (filled > 1 && brief && words >= 5 * filled);
  }
  return unlike;
}

void add_row(TreeBuilder& tree, const Row& row, string_view cell_name) {
  tree.open("tr", row.front().span.begin);
  for (const Cell& cell : row) {
    tree.open(cell_name, cell.span.begin);
    if (!cell.text.empty()) tree.text(cell.text, cell.content);
    tree.close(cell.span.end);
  }
  tree.close(row.back().span.end);
}

Result<Document> parse_csv(const Source& source) {
  if (const auto error = find_unreadable(source)) return tl::unexpected(*error);
  const string_view text = source.text;
  const char separator = find_separator(text);
  bool header = has_header(first_rows(text, separator));
  TreeBuilder tree(source, Format::csv);
  tree.open("table", 0);
  std::size_t end = 0;
  Reader reader(text, separator);
  while (const auto row = reader.next()) {
    if (row->size() > limits().columns) {
      tree.fail_at(row->front().span.begin,
                   limit_message("table", row->size(), "columns", limits().columns, "columns"));
    }
    if (tree.failed()) break;
    add_row(tree, *row, header ? "th" : "td");
    header = false;
    end = row->back().span.end;
  }
  if (reader.open_quote()) tree.fail_at(*reader.open_quote(), "quote is not closed");
  tree.close(end);
  return tree.finish();
}

}  // namespace

const FormatParser format_parsers::csv{Format::csv, parse_csv};

}  // namespace doccord
