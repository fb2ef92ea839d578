#pragma once

#include <cstddef>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "load/source.h"
#include "parse/span_table.h"

namespace doccord {

// A source as one tree, whatever its format. Below the root element `document` stand the elements
// of HTML's small vocabulary: h1 to h6, p, ul, ol, li, dl, dt, dd, table, tr, th, td, pre, code,
// em, strong, a, br, and, in plain text, one `line` for each line. Attributes kept: id, href,
// colspan, rowspan. What shows no text (script, style, head, comments, front matter) is not in the
// tree. A source in XML keeps its own elements and attributes.
//
// Text nodes hold plain text: entities decoded, markup removed, white space as written. Every node
// has a span in the source's text: an element's reaches from its first to its last byte of markup,
// a text node's over the bytes that it was made from. Spans of children lie within their parent's,
// those of siblings follow one another.
//
// The document of a directory holds what its files hold, one behind the other.
class Document {
 public:
  // One file of a directory.
  struct File {
    std::string name;  // What it is about, as its path says: "404" of 404.md and of 404/index.md.
    Span span;
  };

  Document(Format format, std::string_view text) : format_(format), text_(text) {}

  Format format() const { return format_; }
  // The whole source; outlives the document.
  std::string_view text() const { return text_; }
  pugi::xml_node root() const { return tree_->document_element(); }
  pugi::xml_document& tree() { return *tree_; }

  Span span(pugi::xml_node node) const { return spans_.at(node.hash_value()); }
  void set_span(pugi::xml_node node, Span span) { spans_.set(node.hash_value(), span); }

  const std::vector<File>& files() const { return files_; }
  // Takes the document of the directory's next file over; its text begins at `begin` of this one's.
  void append(const Document& file, std::string name, std::size_t begin);

 private:
  void copy_below(pugi::xml_node parent, const Document& from, pugi::xml_node node,
                  std::size_t begin);

  Format format_;
  std::string_view text_;
  // On the heap, so that moving the document moves no node.
  std::unique_ptr<pugi::xml_document> tree_ = std::make_unique<pugi::xml_document>();
  SpanTable spans_;          // By pugi's hash of the node.
  std::vector<File> files_;  // Of a directory; else empty.
};

// All text below a node, blanks between block elements and at `br`, white space collapsed.
std::string plain_text(pugi::xml_node node);

}  // namespace doccord
