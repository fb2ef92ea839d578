// XML: the document's own elements and attributes. XHTML is read as the HTML that it is.

#include <algorithm>
#include <vector>

#include "parse/docbook.h"
#include "parse/format_parser.h"
#include "parse/html_tree.h"
#include "parse/parse_error.h"
#include "parse/xml_scan.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

// White space between elements says nothing; beside text it does.
bool keeps_white_space(pugi::xml_node element) {
  for (const pugi::xml_node child : element.children()) {
    if (is_text(child) && !is_blank(child.value())) return true;
  }
  return false;
}

// Copies what the parser read below the tree's own root, without recursion.
class Copy {
 public:
  Copy(const Source& source, const XmlScan& scan, TreeBuilder& tree)
      : text_(source.text), scan_(scan), tree_(tree) {}

  void run(pugi::xml_node root);

 private:
  struct Open {
    pugi::xml_node next;
    std::size_t end;
    bool white_space;
    bool in_tree;  // The element has one of its own in the tree.
  };

  void open(pugi::xml_node element);
  void skip();
  void text(pugi::xml_node node);

  std::string_view text_;
  const XmlScan& scan_;
  TreeBuilder& tree_;
  std::vector<Open> open_;
  std::size_t element_ = 0;
  bool docbook_ = false;
};

void Copy::run(pugi::xml_node root) {
  docbook_ = is_docbook(root);
  open(root);
  while (!open_.empty() && !tree_.failed()) {
    const pugi::xml_node child = open_.back().next;
    if (!child) {
      if (open_.back().in_tree) tree_.close(open_.back().end);
      open_.pop_back();
      continue;
    }
    open_.back().next = child.next_sibling();
    if (child.type() == pugi::node_element) {
      if (docbook_ && is_docbook_aside(child)) {
        skip();
      } else {
        open(child);
      }
    } else if (is_text(child) && (open_.back().white_space || !is_blank(child.value()))) {
      text(child);
    }
  }
}

void Copy::open(pugi::xml_node element) {
  const Span span = scan_.elements[element_++];
  const std::string name = docbook_ ? docbook_element(element) : element.name();
  if (!name.empty()) tree_.open(name, span.begin);
  for (const pugi::xml_attribute attribute : element.attributes()) {
    const std::string_view kept = attribute.name();
    if (!docbook_) tree_.attribute(kept, attribute.value());
    if (docbook_ && !name.empty() && (kept == "id" || kept == "xml:id")) {
      tree_.attribute("id", attribute.value());
    }
  }
  // Between the inline elements of a term or paragraph a blank parts words.
  const bool inline_content = name == "dt" || name == "p" || name == "td" || name == "th" ||
                              (name.size() == 2 && name[0] == 'h');
  const bool white_space = keeps_white_space(element) || (docbook_ && inline_content);
  open_.push_back({element.first_child(), span.end, white_space, !name.empty()});
}

// Passes over the next element and all below it; the scan has a span for each of them.
void Copy::skip() {
  const Span span = scan_.elements[element_];
  while (element_ < scan_.elements.size() && scan_.elements[element_].begin < span.end) ++element_;
}

void Copy::text(pugi::xml_node node) {
  const auto begin = static_cast<std::size_t>(node.offset_debug());
  const std::string_view end_mark = node.type() == pugi::node_cdata ? "]]>" : "<";
  tree_.text(node.value(), {begin, std::min(text_.find(end_mark, begin), text_.size())});
}

Result<Document> parse_xml(const Source& source) {
  if (const auto error = find_unreadable(source)) return tl::unexpected(*error);
  if (xml_root(source.text) == "html") {
    TreeBuilder tree(source, Format::html);
    add_html(tree, source.text, OffsetMap());
    return tree.finish();
  }
  const auto scan = scan_xml(source);
  if (!scan) return tl::unexpected(scan.error());
  pugi::xml_document parsed;
  const pugi::xml_parse_result result =
      parsed.load_buffer(source.text.data(), source.text.size(),
                         pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (!result) {
    return tl::unexpected(error_at(source, static_cast<std::size_t>(result.offset),
                                   "no XML: " + std::string(result.description())));
  }
  TreeBuilder tree(source, Format::xml);
  Copy(source, *scan, tree).run(parsed.document_element());
  return tree.finish();
}

}  // namespace

const FormatParser format_parsers::xml{Format::xml, parse_xml};

}  // namespace doccord
