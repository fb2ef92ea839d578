#include "parse/markdown_inlines.h"

#include <cmark-gfm.h>

#include <algorithm>
#include <string>

#include "parse/html_vocabulary.h"

namespace doccord {
namespace {

std::string_view literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text == nullptr ? std::string_view() : std::string_view(text);
}

// In lower case; a closing tag has none.
std::string tag_name(std::string_view tag) {
  const std::size_t end = std::min(tag.find_first_of(" \t\r\n/>", 1), tag.size());
  std::string name(tag.substr(1, end - 1));
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return name;
}

}  // namespace

InlineWriter::InlineWriter(const MarkdownEdits& edits, MarkdownOutput& out)
    : edits_(edits), out_(out), cursor_(edits, Span{}, false) {}

void InlineWriter::begin(Span text, LineBreaks breaks) {
  cursor_ = InlineCursor(edits_, text, false);
  breaks_ = breaks;
}

void InlineWriter::begin_cell(Span text) {
  cursor_ = InlineCursor(edits_, text, true);
  breaks_ = LineBreaks::kept;
}

std::size_t InlineWriter::end() const { return std::max(cursor_.position(), cursor_.end()); }

bool InlineWriter::enter(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_EMPH:
      out_.open("em", cursor_.delimiters(1), {});
      return true;
    case CMARK_NODE_STRONG:
      out_.open("strong", cursor_.delimiters(2), {});
      return true;
    case CMARK_NODE_LINK:
      out_.open("a", cursor_.link_begin(), {"href", cmark_node_get_url(node)});
      return true;
    default:
      write_leaf(node);
      return false;
  }
}

void InlineWriter::write_leaf(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
      return cursor_.text(literal(node), out_);
    case CMARK_NODE_SOFTBREAK:
      return write_soft_break();
    case CMARK_NODE_LINEBREAK:
      return out_.empty("br", cursor_.line_break());
    case CMARK_NODE_CODE:
      out_.open("code", cursor_.position());
      cursor_.code(literal(node), out_);
      return out_.close("code", cursor_.position());
    case CMARK_NODE_HTML_INLINE: {
      const std::string_view tag = literal(node);
      return cursor_.raw_html(tag, swallows_what_follows(tag_name(tag)), out_);
    }
    case CMARK_NODE_IMAGE:
      cursor_.image();
      return;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      cursor_.footnote_reference();
      return;
    default:
      return;
  }
}

void InlineWriter::write_soft_break() {
  const Span span = cursor_.line_break();
  if (breaks_ == LineBreaks::kept) return out_.text("\n", span);
  out_.close("dt", span.begin);
  out_.open("dt", span.end);
}

void InlineWriter::leave(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_EMPH:
      return out_.close("em", cursor_.delimiters(1));
    case CMARK_NODE_STRONG:
      return out_.close("strong", cursor_.delimiters(2));
    case CMARK_NODE_LINK:
      return out_.close("a", cursor_.link_end());
    default:
      return;
  }
}

}  // namespace doccord
