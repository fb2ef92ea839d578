#include "report/excerpt.h"

#include <algorithm>
#include <vector>

#include "text/terminal.h"
#include "text/utf8.h"

namespace doccord {
namespace {

constexpr std::size_t kTab = 4;
constexpr std::size_t kNarrowest = 20;  // A window narrower than this shows nothing of use.

// One code point as it is shown.
struct Glyph {
  std::string shown;
  std::size_t column = 0;
  std::size_t width = 0;
};

struct Row {
  std::vector<Glyph> glyphs;
  std::size_t width = 0;
  std::size_t mark_begin = 0;
  std::size_t mark_end = 0;
};

Row lay_out(std::string_view line, std::size_t mark_begin, std::size_t mark_end) {
  Row row;
  bool begun = false;
  bool ended = false;
  const auto note_marks = [&](std::size_t at) {
    if (!begun && at >= mark_begin) {
      row.mark_begin = row.width;
      begun = true;
    }
    if (!ended && at >= mark_end) {
      row.mark_end = row.width;
      ended = true;
    }
  };
  for (std::size_t i = 0; i < line.size();) {
    note_marks(i);
    const CodePoint c = code_point_at(line, i);
    Glyph glyph;
    glyph.shown =
        c.value == '\t' ? std::string(kTab - row.width % kTab, ' ') : terminal_safe(c.value);
    glyph.column = row.width;
    glyph.width = display_width(glyph.shown);
    row.width += glyph.width;
    row.glyphs.push_back(std::move(glyph));
    i += c.size;
  }
  note_marks(std::max(line.size(), mark_end));
  return row;
}

// Where the window starts, in cells, so that the mark is in it with most of the room before it.
std::size_t window_start(const Row& row, std::size_t width) {
  const std::size_t mark = std::min(row.mark_end - row.mark_begin, width);
  const std::size_t before = (width - mark) / 2;
  const std::size_t start = row.mark_begin - std::min(row.mark_begin, before);
  return std::min(start, row.width - width);
}

}  // namespace

Excerpt excerpt(const LineIndex& lines, Span span, std::size_t width) {
  width = std::max(width, kNarrowest);
  Excerpt out;
  out.line = lines.position(span.begin).line;
  const Span whole = lines.line_span_at(span.begin);
  const std::size_t end = std::clamp(span.end, whole.begin, whole.end);
  const std::size_t begin = std::clamp(span.begin, whole.begin, whole.end);
  const Row row =
      lay_out(lines.text().substr(whole.begin, whole.size()), begin - whole.begin, std::max(begin, end) - whole.begin);
  const std::size_t start = row.width > width ? window_start(row, width) : 0;
  const std::size_t stop = row.width > width ? start + width : row.width;
  const std::size_t first = start > 0 ? start + 1 : 0;  // A cell for each `…`.
  const std::size_t past = stop < row.width ? stop - 1 : row.width;
  if (start > 0) out.text += "…";
  for (const Glyph& glyph : row.glyphs) {
    if (glyph.column >= first && glyph.column + glyph.width <= past) out.text += glyph.shown;
  }
  if (stop < row.width) out.text += "…";
  const std::size_t mark_begin = std::clamp(row.mark_begin, start, stop);
  out.mark_column = mark_begin - start;
  out.mark_width =
      std::max<std::size_t>(std::clamp(row.mark_end, mark_begin, stop) - mark_begin, 1);
  return out;
}

}  // namespace doccord
