#include "extract/constant_block.h"

#include <algorithm>
#include <string>
#include <utility>

#include "extract/constant_expression.h"

namespace doccord {
namespace {

bool mostly_filled(const std::vector<GridCell>& cells) {
  const auto filled = std::count_if(cells.begin(), cells.end(),
                                    [](const GridCell& cell) { return !cell.text.empty(); });
  return 2 * static_cast<std::size_t>(filled) >= cells.size();
}

// Whether the comment above a row could be of more rows than this one: the next has none at all.
bool heads_group(const ConstantBlock& block, std::size_t row) {
  return row + 1 < block.above.size() && block.above[row + 1].text.empty() &&
         block.behind[row + 1].text.empty();
}

// Descriptions are the comments above where most constants have one, otherwise those behind: a
// comment above a single constant is the heading of a group, unless all but it have theirs
// behind.
void choose_descriptions(ConstantBlock& block) {
  std::vector<GridRow>& rows = block.grid.rows;
  const bool above = mostly_filled(block.above);
  const bool behind = mostly_filled(block.behind);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool own = above || (behind && block.behind[i].text.empty() && !heads_group(block, i));
    const bool has_above = own && !block.above[i].text.empty();
    const GridCell& comment = has_above ? block.above[i] : block.behind[i];
    GridCell& description = rows[i].cells[ConstantBlock::kDescription];
    if (comment.text.empty() || !description.text.empty()) continue;
    description = comment;
    rows[i].span = {std::min(rows[i].span.begin, comment.span.begin),
                    std::max(rows[i].span.end, comment.span.end)};
  }
}

// Where comments stand behind the constants, one above is the heading of a group, unless the
// values go on below it.
void note_headings(ConstantBlock& block) {
  if (mostly_filled(block.above)) return;
  const std::vector<GridRow>& rows = block.grid.rows;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto before = integer_of(rows[i - 1].cells[ConstantBlock::kValue].text);
    const bool anew = integer_of(rows[i].cells[ConstantBlock::kValue].text) <= before;
    if (!block.above[i].text.empty() && anew) block.opens[i] = true;
  }
}

void keep_valued(ConstantBlock& block) {
  std::vector<GridRow>& rows = block.grid.rows;
  const auto valued = [](const GridRow& row) {
    return !row.cells[ConstantBlock::kValue].text.empty();
  };
  if (std::none_of(rows.begin(), rows.end(), valued)) return;
  std::vector<GridRow> kept;
  std::vector<bool> opens;
  bool opens_next = false;  // A group whose first row goes begins with the next one.
  for (std::size_t i = 0; i < rows.size(); ++i) {
    opens_next = opens_next || block.opens[i];
    if (!valued(rows[i])) continue;
    kept.push_back(std::move(rows[i]));
    opens.push_back(opens_next);
    opens_next = false;
  }
  rows = std::move(kept);
  block.opens = std::move(opens);
}

}  // namespace

void finish(ConstantBlock& block) {
  choose_descriptions(block);
  note_headings(block);
  keep_valued(block);
  block.grid.header = {"constant", "value", "phrase", "description"};
}

}  // namespace doccord
