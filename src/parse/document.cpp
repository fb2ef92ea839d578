#include "parse/document.h"

#include <algorithm>
#include <array>
#include <vector>

#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr std::array<std::string_view, 4> kInline{"a", "code", "em", "strong"};
constexpr std::array<std::string_view, 27> kBlocks{
    "document", "h1", "h2", "h3",  "h4",   "h5",     "h6",    "p",      "ul",
    "ol",       "li", "dl", "dt",  "dd",   "table",  "tr",    "th",     "td",
    "pre",      "br", "hr", "nav", "line", "object", "array", "member", "item"};

bool has_own_text(pugi::xml_node node) {
  for (const pugi::xml_node child : node.children()) {
    if (child.type() != pugi::node_element && !is_blank(child.value())) return true;
  }
  return false;
}

// Text before and behind the element does not join the text in it. Of elements that are a
// document's own we know this from where they stand: among text they are part of a sentence.
bool is_separate(pugi::xml_node element, bool among_text) {
  const std::string_view name = element.name();
  if (std::find(kInline.begin(), kInline.end(), name) != kInline.end()) return false;
  if (std::find(kBlocks.begin(), kBlocks.end(), name) != kBlocks.end()) return true;
  return !among_text;
}

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

}  // namespace

void Document::append(const Document& file, std::string name, std::size_t begin) {
  if (!root()) {
    set_span(tree_->append_child("document"), {0, text_.size()});
  }
  // An element of the document's own says what the file is; `document` says nothing.
  const bool bare = std::string_view(file.root().name()) == "document";
  if (bare) {
    for (const pugi::xml_node child : file.root().children()) {
      copy_below(root(), file, child, begin);
    }
  } else {
    copy_below(root(), file, file.root(), begin);
  }
  files_.push_back({std::move(name), {begin, begin + file.text().size()}});
}

// In step: the copy and the node that it is of. The depth is bounded by the limits on a file, but
// not by the stack.
void Document::copy_below(pugi::xml_node parent, const Document& from, pugi::xml_node node,
                          std::size_t begin) {
  pugi::xml_node copy = parent.append_copy(node);
  const pugi::xml_node top = node;
  for (;;) {
    const Span span = from.span(node);
    set_span(copy, {span.begin + begin, span.end + begin});
    if (node.first_child()) {
      node = node.first_child();
      copy = copy.first_child();
      continue;
    }
    while (node != top && !node.next_sibling()) {
      node = node.parent();
      copy = copy.parent();
    }
    if (node == top) return;
    node = node.next_sibling();
    copy = copy.next_sibling();
  }
}

std::string plain_text(pugi::xml_node node) {
  struct Open {
    pugi::xml_node next;      // The child to visit next.
    bool separate = false;    // The element that is open here stands apart from text around it.
    bool among_text = false;  // Its children stand among text.
  };
  if (is_text(node)) return collapse(node.value());
  std::string text;
  std::vector<Open> open{{node.first_child(), false, has_own_text(node)}};
  while (!open.empty()) {
    const pugi::xml_node child = open.back().next;
    if (!child) {
      if (open.back().separate) text += ' ';
      open.pop_back();
      continue;
    }
    open.back().next = child.next_sibling();
    if (is_text(child)) text += child.value();
    if (child.type() != pugi::node_element) continue;
    const bool separate = is_separate(child, open.back().among_text);
    if (separate) text += ' ';
    open.push_back({child.first_child(), separate, has_own_text(child)});
  }
  return collapse(text);
}

}  // namespace doccord
