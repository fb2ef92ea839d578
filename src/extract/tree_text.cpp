#include "extract/tree_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

// The next node after `node` in document order, within `top`; null behind the last.
pugi::xml_node next_after(pugi::xml_node node, pugi::xml_node top) {
  while (node && node != top) {
    if (const pugi::xml_node sibling = node.next_sibling()) return sibling;
    node = node.parent();
  }
  return {};
}

pugi::xml_node next_in_order(pugi::xml_node node, pugi::xml_node top) {
  if (const pugi::xml_node child = node.first_child()) return child;
  return next_after(node, top);
}

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

bool is_heading(pugi::xml_node node) {
  const std::string_view name = node.name();
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

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

// "[3]", "[note 1]": the mark of a footnote.
bool is_footnote_mark(std::string_view text) {
  constexpr std::size_t kLongest = 12;
  if (text.size() < 3 || text.size() > kLongest || text.front() != '[' || text.back() != ']')
    return false;
  const std::string_view inside = text.substr(1, text.size() - 2);
  const std::size_t digits = inside.find_first_of("0123456789");
  const bool numbered = digits != std::string_view::npos &&
                        inside.find_first_not_of("0123456789", digits) == std::string_view::npos;
  const std::string_view word = trim(inside.substr(0, digits));
  return numbered && (word.empty() || word == "note" || word == "nb");
}

// A mark that is nothing but a link: to the place itself (a pilcrow, a hash, a section sign) or to
// a footnote of the page.
bool is_permalink(pugi::xml_node text) {
  for (pugi::xml_node above = text.parent(); above && !is_block(above); above = above.parent()) {
    if (std::string_view(above.name()) != "a") continue;
    const std::string mark = plain_text(above);
    const bool within = std::string_view(above.attribute("href").value()).starts_with('#');
    return count_said(mark) == 0 || (within && is_footnote_mark(mark));
  }
  return false;
}

pugi::xml_node block_around(pugi::xml_node text, pugi::xml_node top) {
  pugi::xml_node block = text.parent();
  while (block != top && !is_block(block)) block = block.parent();
  return block;
}

bool stands_in_link(pugi::xml_node text, pugi::xml_node top) {
  for (pugi::xml_node above = text.parent(); above && above != top; above = above.parent()) {
    if (std::string_view(above.name()) == "a" && above.attribute("href")) return true;
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

bool is_block(pugi::xml_node node) {
  constexpr std::array<std::string_view, 17> kBlocks{
      "p",  "ul", "ol", "li", "dl",   "dt",         "dd",  "pre",     "table",
      "tr", "th", "td", "hr", "line", "blockquote", "div", "document"};
  const std::string_view name = node.name();
  return is_heading(node) || std::find(kBlocks.begin(), kBlocks.end(), name) != kBlocks.end();
}

// Whether the text stands in an element `code` of its block.
bool stands_in_code(pugi::xml_node text, pugi::xml_node block) {
  for (pugi::xml_node above = text.parent(); above && above != block; above = above.parent()) {
    if (std::string_view(above.name()) == "code") return true;
  }
  return false;
}

LinkedText count_linked_text(pugi::xml_node element) {
  LinkedText counts;
  pugi::xml_node block = element;  // Of the text so far.
  std::size_t unlinked = 0;        // In that block, with no link yet.
  bool linked = false;             // A link has stood in that block.
  for (pugi::xml_node node = element.first_child(); node; node = next_in_order(node, element)) {
    if (!is_text(node) || is_permalink(node)) continue;
    const pugi::xml_node around = block_around(node, element);
    if (around != block) {
      counts.elsewhere += unlinked;
      unlinked = 0;
      linked = false;
      block = around;
    }
    const std::size_t said = count_said(node.value());
    if (stands_in_link(node, element)) {
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
  for (const TextPart& part : text_parts(document, node)) {
    if (!text.empty()) text += ' ';
    text += part.cell.text;
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

std::vector<TextPart> text_parts(const Document& document, pugi::xml_node top) {
  std::vector<TextPart> parts;
  TextPart open;
  std::string raw;
  const auto close = [&](bool at_break) {
    open.cell.text = collapse(raw);
    const bool filled = !open.cell.text.empty();
    const bool behind = at_break && (filled || open.behind_break);
    if (filled) parts.push_back(std::move(open));
    open = {{}, behind};
    raw.clear();
  };
  pugi::xml_node left = top;  // The block that the text so far stands in.
  for (pugi::xml_node node = top.first_child(); node; node = next_in_order(node, top)) {
    if (std::string_view(node.name()) == "br") close(true);
    if (!is_text(node) || is_permalink(node)) continue;
    const pugi::xml_node block = block_around(node, top);
    if (block != left) close(false);
    left = block;
    if (is_blank(node.value())) {
      raw += ' ';
      continue;
    }
    const Span span = document.span(node);
    if (is_blank(raw)) {
      open.cell.span.begin = span.begin;
      open.cell.coded = stands_in_code(node, block);
    }
    open.cell.span.end = span.end;
    raw += node.value();
  }
  close(false);
  return parts;
}

std::vector<GridCell> joined_at_breaks(std::vector<TextPart> parts) {
  std::vector<GridCell> blocks;
  for (TextPart& part : parts) {
    if (part.behind_break && !blocks.empty()) {
      blocks.back().text += " " + part.cell.text;
      blocks.back().span.end = part.cell.span.end;
    } else {
      blocks.push_back(std::move(part.cell));
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

std::vector<pugi::xml_node> all_elements(const Document& document) {
  std::vector<pugi::xml_node> found;
  const pugi::xml_node root = document.root();
  for (pugi::xml_node node = root; node; node = next_in_order(node, root)) {
    if (node != root && node.type() == pugi::node_element) found.push_back(node);
  }
  return found;
}

}  // namespace doccord
