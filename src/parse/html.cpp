// HTML, as browsers read it.

#include "parse/format_parser.h"
#include "parse/html_tree.h"
#include "parse/parse_error.h"

namespace doccord::format_parsers {

const FormatParser html{Format::html, [](const Source& source) -> Result<Document> {
                          if (const auto error = find_unreadable(source)) {
                            return tl::unexpected(*error);
                          }
                          TreeBuilder tree(source, Format::html);
                          add_html(tree, source.text, OffsetMap());
                          return tree.finish();
                        }};

}  // namespace doccord::format_parsers
