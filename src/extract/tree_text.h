#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/grid.h"
#include "parse/document.h"

namespace doccord {

// One heading of a document, h1 to h6.
struct Heading {
  std::size_t level = 1;
  std::string text;
  Span span;
  bool coded = false;  // It begins with code.
};

// All headings, in document order.
std::vector<Heading> headings_of(const Document& document);

// Tells for each place of a document the heading that it stands under.
class SectionIndex {
 public:
  explicit SectionIndex(const Document& document) : headings_(headings_of(document)) {}

  // Text of the last heading that ends at or before `offset`; empty when there is none.
  const std::string& section_at(std::size_t offset) const;
  std::vector<Span> spans() const;
  const std::vector<Heading>& headings() const { return headings_; }

 private:
  std::vector<Heading> headings_;
};

// All text below a node, without marks that are only links to the place itself.
std::string block_text(const Document& document, pugi::xml_node node);

// That text as a cell, with the span of the whole element.
GridCell block_cell(const Document& document, pugi::xml_node node);

// How many letters and digits of some text stand in links, before the first link of their block,
// and elsewhere.
struct LinkedText {
  std::size_t in_links = 0;
  std::size_t before_links = 0;
  std::size_t elsewhere = 0;
};
LinkedText count_linked_text(pugi::xml_node element);

// Whether nearly all that is said is a word, if any, and links behind it: so are the items of a
// table of contents and of an index.
bool only_leads_elsewhere(const LinkedText& text);

// The blocks of text below a node, from first to last: each paragraph, list item, table cell, term
// or preformatted text, and each run of text that stands loose between them. Blank ones are left
// out.
std::vector<GridCell> text_blocks(const Document& document, pugi::xml_node node);

// The same, cut at line breaks as well.
struct TextParts {
  std::vector<GridCell> cells;
  std::vector<std::size_t> behind_breaks;  // The places of those that follow a break. Ascending.
};
TextParts text_parts(const Document& document, pugi::xml_node node);
// Parts that only line breaks part become one block.
std::vector<GridCell> joined_at_breaks(TextParts parts);

// The names of the elements above a node, from the root: "document/dl/dd/dl".
std::string path_of(pugi::xml_node node);

// Every element below the root, in document order, but those that hold a hundred levels of others:
// they are what a document stands in, no part of it that says something, and to read the text of
// each of them would be to read the document once for each level.
std::vector<pugi::xml_node> elements_of(const Document& document);

}  // namespace doccord
