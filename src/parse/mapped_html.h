#pragma once

#include <string>
#include <string_view>

#include "base/span.h"
#include "parse/markdown_output.h"
#include "parse/offset_map.h"

namespace doccord {

// Writes Markdown as HTML, with the place in the source of every byte.
class MappedHtml : public MarkdownOutput {
 public:
  explicit MappedHtml(std::string_view source) : source_(source) {}

  const std::string& html() const { return html_; }
  const OffsetMap& map() const { return map_; }

 private:
  void do_open(std::string_view element, Span source, MarkdownAttribute attribute) override;
  void do_close(std::string_view element, Span source) override;
  void do_empty(std::string_view element, Span source) override;
  void do_text(std::string_view text, Span source) override;
  void do_copy_text(Span source) override;
  void do_html(std::string_view html, Span source) override;
  void do_copy_html(Span source) override;
  void do_comment(Span source) override;

  void add(std::string_view html, Span source);

  std::string_view source_;
  std::string html_;
  OffsetMap map_;
};

}  // namespace doccord
