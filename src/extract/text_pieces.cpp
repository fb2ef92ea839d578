#include "extract/text_pieces.h"

#include <algorithm>

#include "text/hyphenation.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr std::size_t kGap = 2;  // Blanks that part columns.

}  // namespace

std::vector<TextPiece> marked_pieces_of(const TextLine& line, char mark) {
  std::vector<TextPiece> pieces;
  std::size_t column = 0;
  for (std::size_t begin = 0; begin <= line.text.size();) {
    const std::size_t end = std::min(line.text.find(mark, begin), line.text.size());
    const std::string_view text = trim(line.text.substr(begin, end - begin));
    const std::size_t offset = line.span.begin + begin;
    if (!text.empty()) pieces.push_back({column, text, {offset, offset + (end - begin)}});
    ++column;
    begin = end + 1;
  }
  return pieces;
}

std::vector<TextPiece> pieces_of(const TextLine& line) {
  std::vector<TextPiece> pieces;
  std::size_t column = line.indent;
  std::size_t begin = 0;
  std::size_t begin_column = column;
  const auto close = [&](std::size_t end) {
    const std::string_view text = trim_right(line.text.substr(begin, end - begin));
    if (text.empty()) return;
    const std::size_t offset = line.span.begin + begin;
    pieces.push_back({begin_column, text, {offset, offset + text.size()}});
  };
  std::size_t blanks = 0;
  for (std::size_t at = 0; at < line.text.size();) {
    const std::size_t space = space_size(line.text, at);
    if (space == 0 && blanks >= kGap) {
      close(at);
      begin = at;
      begin_column = column;
    }
    blanks = space != 0 ? blanks + (line.text[at] == '\t' ? kGap : 1) : 0;
    at += space != 0 ? space : code_point_at(line.text, at).size;
    ++column;
  }
  close(line.text.size());
  return pieces;
}

bool is_rule(std::string_view text) {
  if (text.size() < 3) return false;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    const bool mark = c.value == '-' || c.value == '=' || c.value == '+' || c.value == '|' ||
                      (c.value >= 0x2500 && c.value < 0x2580);
    if (!mark && !is_space(c.value)) return false;
    i += c.size;
  }
  return true;
}

void add_piece(GridRow& row, const std::vector<std::size_t>& columns, const TextPiece& piece) {
  const auto after = std::upper_bound(columns.begin(), columns.end(), piece.column);
  if (after == columns.begin()) return;
  const auto place = static_cast<std::size_t>(after - columns.begin()) - 1;
  if (row.cells.size() <= place) row.cells.resize(place + 1);
  GridCell& cell = row.cells[place];
  if (cell.text.empty()) cell.span = piece.span;
  append_wrapped(cell.text, collapse(piece.text));
  cell.span.end = piece.span.end;
  row.span.end = std::max(row.span.end, piece.span.end);
}

}  // namespace doccord
