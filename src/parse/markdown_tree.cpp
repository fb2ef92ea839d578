#include "parse/markdown_tree.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

#include "base/limits.h"
#include "parse/html_tree.h"
#include "parse/parse_error.h"
#include "text/utf8.h"

namespace doccord {
namespace {

// What HTML is not read as: carriage returns, controls and code points that stand for nothing.
bool is_read_otherwise(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\t' && c != '\f') || (c >= 0x7F && c <= 0x9F) ||
         (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

// Whether the next eight bytes are ASCII that shows. Below 0x20, at 0x7F and from 0x80 on one of
// the terms has the byte's highest bit.
bool is_plain_word(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kEach = 0x0101010101010101;
  std::uint64_t word = 0;
  if (text.size() - at < sizeof word) return false;
  std::memcpy(&word, text.data() + at, sizeof word);
  return ((word | (word + kEach) | (word - 0x20 * kEach)) & (0x80 * kEach)) == 0;
}

bool has_read_otherwise(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (is_plain_word(text, i)) {
      i += sizeof(std::uint64_t);
      continue;
    }
    const CodePoint c = code_point_at(text, i);
    if (is_read_otherwise(c.value)) return true;
    i += c.size;
  }
  return false;
}

}  // namespace

MarkdownTree::MarkdownTree(const Source& source)
    : source_(source.text), tree_(source, Format::markdown), visitor_(html_tree(tree_, map_)) {
  HtmlElement body;
  body.name = "body";
  visitor_->enter(body);
  open_.push_back(body);
}

void MarkdownTree::do_open(std::string_view element, Span source, MarkdownAttribute attribute) {
  end_text();
  if (has_enough()) return;
  // Around them a reader of HTML has one element more.
  if (open_.size() + 1 >= limits().depth) {
    return tree_.fail_at(source.begin,
                         limit_message("nesting", limits().depth, "elements", "depth"));
  }
  HtmlElement opened;
  opened.name = element;
  opened.start_tag = source;
  opened.end = source.end;
  const std::string value(attribute.value);
  if (attribute.name == "id") opened.id = value.c_str();
  if (attribute.name == "href") opened.href = value.c_str();
  needs_html_ = has_read_otherwise(value) || !visitor_->enter(opened);
  opened.id = opened.href = nullptr;
  open_.push_back(opened);
}

void MarkdownTree::do_close(std::string_view element, Span source) {
  end_text();
  // Markdown's emphasis and the lines that are terms may overlap.
  if (open_.back().name != element) needs_html_ = true;
  if (has_enough()) return;
  open_.back().end = std::max(open_.back().start_tag.begin, source.end);
  visitor_->leave(open_.back());
  open_.pop_back();
}

void MarkdownTree::do_empty(std::string_view element, Span source) {
  end_text();
  if (has_enough()) return;
  HtmlElement whole;
  whole.name = element;
  whole.start_tag = source;
  whole.end = source.end;
  if (visitor_->enter(whole)) visitor_->leave(whole);
}

void MarkdownTree::do_text(std::string_view text, Span source) {
  if (text.empty()) return;
  if (text_.empty()) text_span_.begin = source.begin;
  text_ += text;
  text_span_.end = source.end;
}

void MarkdownTree::do_copy_text(Span source) {
  do_text(source_.substr(source.begin, source.size()), source);
}

void MarkdownTree::do_html(std::string_view html, Span) { needs_html_ |= !html.empty(); }

void MarkdownTree::do_copy_html(Span source) { needs_html_ |= !source.empty(); }

void MarkdownTree::do_comment(Span) { end_text(); }

Result<Document> MarkdownTree::finish() {
  end_text();
  if (!tree_.failed()) visitor_->leave(open_.front());
  return tree_.finish();
}

void MarkdownTree::end_text() {
  if (text_.empty()) return;
  if (has_read_otherwise(text_)) needs_html_ = true;
  text_span_.end = std::max(text_span_.begin, text_span_.end);
  if (!has_enough()) visitor_->text(text_, text_span_);
  text_.clear();
}

}  // namespace doccord
