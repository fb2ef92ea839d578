// Markdown: CommonMark with pipe tables, footnotes, definition lists, macros and raw HTML. It is
// written as HTML first, and that is read once as a whole.

#include "parse/format_parser.h"
#include "parse/html_tree.h"
#include "parse/markdown_html.h"
#include "parse/parse_error.h"

namespace doccord {
namespace {

Result<Document> parse_markdown(const Source& source) {
  if (const auto error = find_unreadable(source)) return tl::unexpected(*error);
  const MarkdownEdits edits = edit_markdown(source.text);
  if (const auto excess = find_excess(edits.text)) {
    return tl::unexpected(error_at(source, excess->offset, excess->message));
  }
  MappedHtml html(source.text);
  if (const auto failure = markdown_to_html(source.text, edits, html)) {
    return tl::unexpected(error_at(source, failure->offset, failure->message));
  }
  TreeBuilder tree(source, Format::markdown);
  add_html(tree, html.html(), html.map());
  return tree.finish();
}

}  // namespace

const FormatParser format_parsers::markdown{Format::markdown, parse_markdown};

}  // namespace doccord
