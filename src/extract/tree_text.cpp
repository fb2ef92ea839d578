#include "extract/tree_text.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "extract/text_walk.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

// Letters and digits.
std::size_t count_said(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    count += is_letter(c.value) || is_digit(c.value);
    i += c.size;
  }
  return count;
}

// Whether the text stands in an element `code` below `top`.
bool stands_in_code(pugi::xml_node text, pugi::xml_node top) {
  for (pugi::xml_node above = text.parent(); above && above != top; above = above.parent()) {
    if (std::string_view(above.name()) == "code") return true;
  }
  return false;
}

}  // namespace

std::vector<Heading> headings_of(const Document& document) {
  std::vector<Heading> headings;
  const pugi::xml_node root = document.root();
  for (pugi::xml_node node = root; node; node = next_in_order(node, root)) {
    if (!is_heading(node)) continue;
    const auto level = static_cast<std::size_t>(node.name()[1] - '0');
    const GridCell cell = block_cell(document, node);
    headings.push_back({level, cell.text, cell.span, cell.coded});
  }
  return headings;
}

const std::string& SectionIndex::section_at(std::size_t offset) const {
  static const std::string kNone;
  const auto after = std::upper_bound(
      headings_.begin(), headings_.end(), offset,
      [](std::size_t wanted, const Heading& heading) { return wanted < heading.span.end; });
  return after == headings_.begin() ? kNone : (after - 1)->text;
}

std::vector<Span> SectionIndex::spans() const {
  std::vector<Span> spans;
  for (const Heading& heading : headings_) spans.push_back(heading.span);
  return spans;
}

LinkedText count_linked_text(pugi::xml_node element) {
  LinkedText counts;
  pugi::xml_node block = element;  // Of the text so far.
  std::size_t unlinked = 0;        // In that block, with no link yet.
  bool linked = false;             // A link has stood in that block.
  TextWalk walk(element);
  while (const pugi::xml_node node = walk.next()) {
    if (!is_text(node) || walk.around().permalink) continue;
    if (walk.around().block != block) {
      counts.elsewhere += unlinked;
      unlinked = 0;
      linked = false;
      block = walk.around().block;
    }
    const std::size_t said = count_said(node.value());
    if (walk.around().linked) {
      counts.in_links += said;
      counts.before_links += unlinked;
      unlinked = 0;
      linked = true;
    } else {
      (linked ? counts.elsewhere : unlinked) += said;
    }
  }
  counts.elsewhere += unlinked;
  return counts;
}

bool only_leads_elsewhere(const LinkedText& text) {
  constexpr std::size_t kLittle = 10;  // "see also": one letter in so many.
  return 2 * text.in_links > text.before_links && text.in_links >= kLittle * text.elsewhere;
}

std::string block_text(const Document& document, pugi::xml_node node) {
  std::string text;
  for (const GridCell& part : text_parts(document, node).cells) {
    if (!text.empty()) text += ' ';
    text += part.text;
  }
  return text;
}

GridCell block_cell(const Document& document, pugi::xml_node node) {
  GridCell cell{block_text(document, node), document.span(node), false};
  for (pugi::xml_node below = node.first_child(); below; below = next_in_order(below, node)) {
    if (!is_text(below) || is_blank(below.value())) continue;
    cell.coded = stands_in_code(below, node);
    break;
  }
  return cell;
}

TextParts text_parts(const Document& document, pugi::xml_node top) {
  TextParts parts;
  GridCell open;
  bool behind_break = false;
  std::string raw;
  const auto close = [&](bool at_break) {
    open.text = collapse(raw);
    const bool filled = !open.text.empty();
    if (filled && behind_break) parts.behind_breaks.push_back(parts.cells.size());
    behind_break = at_break && (filled || behind_break);
    if (filled) parts.cells.push_back(std::move(open));
    open = {};
    raw.clear();
  };
  pugi::xml_node left = top;  // The block that the text so far stands in.
  TextWalk walk(top);
  while (const pugi::xml_node node = walk.next()) {
    if (std::string_view(node.name()) == "br") close(true);
    if (!is_text(node) || walk.around().permalink) continue;
    if (walk.around().block != left) close(false);
    left = walk.around().block;
    if (is_blank(node.value())) {
      raw += ' ';
      continue;
    }
    const Span span = document.span(node);
    if (is_blank(raw)) {
      open.span.begin = span.begin;
      open.coded = walk.around().coded;
    }
    open.span.end = span.end;
    raw += node.value();
  }
  close(false);
  return parts;
}

std::vector<GridCell> joined_at_breaks(TextParts parts) {
  if (parts.behind_breaks.empty()) return std::move(parts.cells);
  std::vector<GridCell> blocks;
  auto behind = parts.behind_breaks.begin();
  for (std::size_t i = 0; i < parts.cells.size(); ++i) {
    GridCell& cell = parts.cells[i];
    const bool is_behind = behind != parts.behind_breaks.end() && *behind == i;
    behind += is_behind;
    if (is_behind && !blocks.empty()) {
      blocks.back().text += " " + cell.text;
      blocks.back().span.end = cell.span.end;
    } else {
      blocks.push_back(std::move(cell));
    }
  }
  return blocks;
}

std::vector<GridCell> text_blocks(const Document& document, pugi::xml_node top) {
  return joined_at_breaks(text_parts(document, top));
}

std::string path_of(pugi::xml_node node) {
  std::string path = node.name();
  for (node = node.parent(); node && node.type() == pugi::node_element; node = node.parent()) {
    path = std::string(node.name()) + "/" + path;
  }
  return path;
}

std::vector<pugi::xml_node> elements_of(const Document& document) {
  constexpr std::size_t kMostLevels = 100;
  std::vector<pugi::xml_node> found;
  std::vector<std::size_t> around;  // Places in `found` of the elements that the node stands in.
  TextWalk walk(document.root());
  while (const pugi::xml_node node = walk.next()) {
    if (node.type() != pugi::node_element) continue;
    around.resize(walk.depth());
    if (around.size() > kMostLevels) found[around[around.size() - 1 - kMostLevels]] = {};
    around.push_back(found.size());
    found.push_back(node);
  }
  std::erase(found, pugi::xml_node());
  return found;
}

}  // namespace doccord
