#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "parse/html_reader.h"
#include "parse/markdown_output.h"
#include "parse/offset_map.h"
#include "parse/tree_builder.h"

namespace doccord {

// Makes the tree of a Markdown text that would come of it by way of HTML. It has enough once there
// is something of which only a reader of HTML can tell what becomes of it; its tree is of no use
// then.
class MarkdownTree : public MarkdownOutput {
 public:
  explicit MarkdownTree(const Source& source);

  bool has_enough() const override { return needs_html_ || tree_.failed(); }

  bool needs_html() const { return needs_html_; }
  Result<Document> finish();

 private:
  void do_open(std::string_view element, Span source, MarkdownAttribute attribute) override;
  void do_close(std::string_view element, Span source) override;
  void do_empty(std::string_view element, Span source) override;
  void do_text(std::string_view text, Span source) override;
  void do_copy_text(Span source) override;
  void do_html(std::string_view html, Span source) override;
  void do_copy_html(Span source) override;
  void do_comment(Span source) override;
  void end_text();

  std::string_view source_;
  TreeBuilder tree_;
  OffsetMap map_;  // The source's own bytes.
  std::unique_ptr<HtmlVisitor> visitor_;
  std::vector<HtmlElement> open_;
  std::string text_;  // Texts that follow one another are one.
  Span text_span_;
  bool needs_html_ = false;
};

}  // namespace doccord
