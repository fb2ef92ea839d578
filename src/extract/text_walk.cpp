#include "extract/text_walk.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "parse/document.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

// Letters and digits.
bool says_something(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    if (is_letter(c.value) || is_digit(c.value)) return true;
    i += c.size;
  }
  return false;
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

bool holds_much(pugi::xml_node element) {
  std::size_t left = 16;
  pugi::xml_node node = element;
  while (left > 0 && (node = next_in_order(node, element))) --left;
  return left == 0;
}

// To the place itself (a pilcrow, a hash, a section sign) or to a footnote of the page.
bool is_permalink(pugi::xml_node anchor) {
  if (holds_much(anchor)) return false;
  const std::string mark = plain_text(anchor);
  const bool within = std::string_view(anchor.attribute("href").value()).starts_with('#');
  return !says_something(mark) || (within && is_footnote_mark(mark));
}

Surroundings inside(pugi::xml_node element, const Surroundings& around) {
  if (is_block(element)) return {element, false, around.linked, false};
  const std::string_view name = element.name();
  Surroundings within = around;
  within.coded = around.coded || name == "code";
  if (name == "a") {
    within.linked = around.linked || element.attribute("href");
    within.permalink = is_permalink(element);
  }
  return within;
}

}  // namespace

bool is_block(pugi::xml_node node) {
  constexpr std::array<std::string_view, 17> kBlocks{
      "p",  "ul", "ol", "li", "dl",   "dt",         "dd",  "pre",     "table",
      "tr", "th", "td", "hr", "line", "blockquote", "div", "document"};
  const std::string_view name = node.name();
  return is_heading(node) || std::find(kBlocks.begin(), kBlocks.end(), name) != kBlocks.end();
}

bool is_heading(pugi::xml_node node) {
  const std::string_view name = node.name();
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

pugi::xml_node next_in_order(pugi::xml_node node, pugi::xml_node top) {
  if (const pugi::xml_node child = node.first_child()) return child;
  for (; node && node != top; node = node.parent()) {
    if (const pugi::xml_node sibling = node.next_sibling()) return sibling;
  }
  return {};
}

pugi::xml_node TextWalk::next() {
  if (const pugi::xml_node child = node_.first_child()) {
    around_.push_back(node_ == top_ ? Surroundings{top_} : inside(node_, around_.back()));
    return node_ = child;
  }
  while (node_ && node_ != top_) {
    if (const pugi::xml_node sibling = node_.next_sibling()) return node_ = sibling;
    node_ = node_.parent();
    around_.pop_back();
  }
  return node_ = {};
}

}  // namespace doccord
