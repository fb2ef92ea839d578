// Markdown: CommonMark with pipe tables, footnotes, definition lists, macros and raw HTML. Where
// there is raw HTML, all is written as HTML, and that is read once as a whole.

#include "parse/markdown.h"

#include <optional>

#include "parse/format_parser.h"
#include "parse/front_matter.h"
#include "parse/html_tree.h"
#include "parse/mapped_html.h"
#include "parse/markdown_pieces.h"
#include "parse/markdown_tree.h"
#include "parse/parse_error.h"

namespace doccord {

Result<Document> parse_markdown(const Source& source, const MarkdownReading& reading) {
  if (const auto error = find_unreadable(source)) return tl::unexpected(*error);
  const std::string_view text = source.text;
  MarkdownPieces pieces(text, front_matter_size(text), reading.piece);
  std::optional<MarkdownTree> tree;
  if (!reading.by_html) tree.emplace(source);
  MappedHtml html(text);
  while (!pieces.at_end()) {
    if (const auto failure = pieces.next()) {
      return tl::unexpected(error_at(source, failure->offset, failure->message));
    }
    if (tree) {
      pieces.write(*tree);
      if (!tree->needs_html()) {
        if (tree->has_enough()) break;
        continue;
      }
      tree.reset();
      if (!pieces.is_first()) {
        pieces.rewind();
        continue;
      }
    }
    pieces.write(html);
  }
  if (tree) return tree->finish();
  TreeBuilder by_html(source, Format::markdown);
  add_html(by_html, html.html(), html.map());
  return by_html.finish();
}

const FormatParser format_parsers::markdown{
    Format::markdown, [](const Source& source) { return parse_markdown(source, {}); }};

}  // namespace doccord
