#pragma once

#include <cstddef>

#include "parse/document.h"

namespace doccord {

// How a Markdown text is read; the document is the same whatever this says.
struct MarkdownReading {
  bool by_html = false;  // Even where nothing in it asks for that.
  // It is parsed in pieces of at least so many bytes, as far as it can be cut.
  std::size_t piece = std::size_t{1} << 20;
};

Result<Document> parse_markdown(const Source& source, const MarkdownReading& reading);

}  // namespace doccord
