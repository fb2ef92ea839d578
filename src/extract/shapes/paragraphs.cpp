// Paragraphs without a list or table around them: one that holds the key opens an entry, and those
// below it, up to the next, are its text. Blocks are read as plain text reads its lines.

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "extract/line_entries.h"
#include "extract/shape.h"
#include "extract/text_layout.h"
#include "extract/tree_text.h"

namespace doccord {
namespace {

// Walks through spans in document order and tells which places lie in one of them.
class Inside {
 public:
  explicit Inside(std::vector<Span> spans) : spans_(std::move(spans)) {
    std::sort(spans_.begin(), spans_.end(), [](Span a, Span b) { return a.begin < b.begin; });
  }
  // To be asked for places from first to last.
  bool holds(Span place) {
    for (; next_ < spans_.size() && spans_[next_].begin <= place.begin; ++next_) {
      end_ = std::max(end_, spans_[next_].end);
    }
    return place.end <= end_;
  }

 private:
  std::vector<Span> spans_;
  std::size_t next_ = 0;
  std::size_t end_ = 0;
};

std::vector<Span> spans_of_lists_and_tables(const DocumentTexts& texts) {
  std::vector<Span> spans;
  for (const char* name : {"table", "dl", "ul", "ol"}) {
    for (const pugi::xml_node node : texts.elements_named(name)) {
      spans.push_back(texts.document().span(node));
    }
  }
  return spans;
}

std::vector<Grid> propose(const DocumentTexts& texts) {
  const Document& document = texts.document();
  if (document.format() == Format::text || document.format() == Format::source) return {};
  Inside headings(texts.sections().spans());
  Inside inner(spans_of_lists_and_tables(texts));
  std::vector<TextLine> lines;
  const auto& [cells, behind_breaks] = texts.parts();
  auto behind = behind_breaks.begin();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool is_behind = behind != behind_breaks.end() && *behind == i;
    behind += is_behind;
    // Blocks are parted as if by a blank line.
    if (!is_behind) lines.push_back({});
    const GridCell& cell = cells[i];
    lines.push_back(
        {cell.text, cell.span, 0, headings.holds(cell.span), cell.coded, inner.holds(cell.span)});
  }
  return entries_opened_by_lines(lines, shapes::paragraphs.name);
}

}  // namespace

const Shape shapes::paragraphs{
    .name = "paragraphs",
    .summary = "loose paragraphs, of which one with key and name opens each entry",
    .propose = propose};

}  // namespace doccord
