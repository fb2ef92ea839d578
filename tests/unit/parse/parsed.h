#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "load/source.h"
#include "parse/dump.h"
#include "parse/parse.h"

namespace doccord {

// A text in memory, parsed in one format; the document's text lives in here.
struct Parsed {
  Parsed(Format format, std::string text) : source(make(format, std::move(text))) {}

  static Source make(Format format, std::string text) {
    Source made;
    made.id = made.title = made.path = "doc";
    made.text = std::move(text);
    made.format = format;
    return made;
  }

  Source source;
  Result<Document> result = parse(source);

  std::string tree() const { return result ? dump(*result) : to_string(result.error()); }
  std::string error() const { return result ? "" : to_string(result.error()); }
  std::string text() const { return result ? plain_text(result->root()) : error(); }
};

// What a document's spans promise: children lie in their parent and follow one another, and the
// text nodes that were made by copying are the bytes at their spans. `copied` counts those.
inline void check_spans(const Document& document, std::size_t& copied) {
  const std::string_view source = document.text();
  for (pugi::xml_node node = document.root(); node;) {
    const Span span = document.span(node);
    CHECK(span.begin <= span.end);
    CHECK(span.end <= source.size());
    if (node.parent() && node != document.root())
      CHECK(document.span(node.parent()).contains(span));
    if (node.previous_sibling()) CHECK(document.span(node.previous_sibling()).end <= span.begin);
    if (node.type() == pugi::node_pcdata) {
      const std::string_view bytes = source.substr(span.begin, span.size());
      if (bytes.find_first_of("&\\<\r{\"") == std::string_view::npos &&
          bytes.find('\n') == std::string_view::npos) {
        CHECK(bytes == node.value());
        ++copied;
      }
    }
    if (node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node && node != document.root() && !node.next_sibling()) node = node.parent();
    node = node == document.root() ? pugi::xml_node() : node.next_sibling();
  }
}

inline std::string repeat(std::string_view text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

}  // namespace doccord
