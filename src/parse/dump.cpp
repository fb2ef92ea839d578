#include "parse/dump.h"

#include <string_view>

namespace doccord {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + "\"";
}

void append_node(std::string& out, const Document& document, pugi::xml_node node,
                 std::size_t depth) {
  out.append(2 * depth, ' ');
  if (node.type() == pugi::node_element) {
    out += node.name();
    for (const pugi::xml_attribute attribute : node.attributes()) {
      out += std::string(" ") + attribute.name() + "=" + quoted(attribute.value());
    }
  } else {
    out += quoted(node.value());
  }
  const Span span = document.span(node);
  out += " " + std::to_string(span.begin) + ".." + std::to_string(span.end) + "\n";
}

}  // namespace

std::string dump(const Document& document) {
  std::string out;
  std::size_t depth = 0;
  for (pugi::xml_node node = document.root(); node;) {
    append_node(out, document, node, depth);
    if (node.first_child()) {
      node = node.first_child();
      ++depth;
      continue;
    }
    while (node != document.root() && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    node = node == document.root() ? pugi::xml_node() : node.next_sibling();
  }
  return out;
}

}  // namespace doccord
