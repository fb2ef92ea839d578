#pragma once

#include <cstddef>
#include <string_view>

#include "base/span.h"

namespace doccord {

// An attribute of an element that stands for Markdown; without a name there is none.
struct MarkdownAttribute {
  std::string_view name;
  std::string_view value;
};

// Takes what a Markdown text says, as elements of HTML and texts in their order, each with the
// bytes that it stands for.
class MarkdownOutput {
 public:
  virtual ~MarkdownOutput() = default;

  // Spans count from there in the source.
  void begin_piece(std::size_t at) { piece_ = at; }

  void open(std::string_view element, Span span, MarkdownAttribute attribute) {
    do_open(element, in_source(span), attribute);
  }
  void open(std::string_view element, std::size_t at) { open(element, {at, at}, {}); }
  void close(std::string_view element, Span span) { do_close(element, in_source(span)); }
  void close(std::string_view element, std::size_t at) { close(element, {at, at}); }
  // An element that never has content.
  void empty(std::string_view element, Span span) { do_empty(element, in_source(span)); }
  // Plain text that was made from the bytes.
  void text(std::string_view text, Span span) { do_text(text, in_source(span)); }
  // The bytes, as the text that they are.
  void copy_text(Span span) { do_copy_text(in_source(span)); }
  // HTML that was made from the bytes.
  void html(std::string_view html, Span span) { do_html(html, in_source(span)); }
  // The bytes, as the HTML that they are.
  void copy_html(Span span) { do_copy_html(in_source(span)); }
  // A comment of HTML, which shows nothing and parts the texts around it.
  void comment(Span span) { do_comment(in_source(span)); }

  // Whether nothing that is still to come is of use.
  virtual bool has_enough() const { return false; }

 private:
  virtual void do_open(std::string_view element, Span source, MarkdownAttribute attribute) = 0;
  virtual void do_close(std::string_view element, Span source) = 0;
  virtual void do_empty(std::string_view element, Span source) = 0;
  virtual void do_text(std::string_view text, Span source) = 0;
  virtual void do_copy_text(Span source) = 0;
  virtual void do_html(std::string_view html, Span source) = 0;
  virtual void do_copy_html(Span source) = 0;
  virtual void do_comment(Span source) = 0;

  Span in_source(Span span) const { return {span.begin + piece_, span.end + piece_}; }

  std::size_t piece_ = 0;
};

}  // namespace doccord
