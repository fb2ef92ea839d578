#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/span.h"
#include "parse/offset_map.h"

namespace doccord {

// HTML that is made from a source in another format, with the place in the source of every byte.
class MappedHtml {
 public:
  explicit MappedHtml(std::string_view source) : source_(source) {}

  const std::string& html() const { return html_; }
  const OffsetMap& map() const { return map_; }

  // Markup that stands for bytes of the source.
  void markup(std::string_view html, Span source);
  // Markup that stands between two bytes.
  void markup(std::string_view html, std::size_t at) { markup(html, {at, at}); }
  // Plain text that was made from bytes of the source.
  void text(std::string_view text, Span source);
  // Bytes of the source, as the text that they are.
  void copy_text(Span source);
  // Bytes of the source, as the HTML that they are.
  void copy_html(Span source);

 private:
  std::string_view source_;
  std::string html_;
  OffsetMap map_;
};

std::string html_source_of(std::string_view text);

}  // namespace doccord
