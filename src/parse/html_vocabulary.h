#pragma once

#include <string_view>

namespace doccord {

// What becomes of an HTML element in a document's tree.
enum class HtmlRole {
  block,    // Stays an element that stands apart from text around it.
  inlined,  // Stays an element in the run of text.
  wrapper,  // Gives way to its children; text that stands loose in it becomes paragraphs.
  group,    // Gives way to its children, and text in it is not touched: a table's bodies.
  splice,   // Gives way to its children, in the run of text.
  skip      // Shows no text that belongs to the document.
};

struct HtmlMeaning {
  HtmlRole role = HtmlRole::splice;
  std::string_view name;  // In the tree, for `block` and `inlined`.
};

// By the tag's name in lower case; the empty name is that of tags HTML does not know.
HtmlMeaning html_meaning(std::string_view tag);

// Whether an element of the tree is part of the run of text that it stands in.
bool is_inline_name(std::string_view name);

// Whether a browser reads what follows the start tag, to the end of the page if it must, as
// something else than elements and text. In Markdown people write of such a tag without meaning it.
bool swallows_what_follows(std::string_view tag);

}  // namespace doccord
