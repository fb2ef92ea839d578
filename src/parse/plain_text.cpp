// Plain text and source code: a line is all the structure that can be told without knowing what
// the document says; what stands in the lines is found by extraction.

#include <algorithm>

#include "base/limits.h"
#include "parse/format_parser.h"
#include "parse/parse_error.h"
#include "parse/tree_builder.h"

namespace doccord {
namespace {

Result<Document> parse_lines(const Source& source, Format format) {
  if (const auto error = find_unreadable(source)) return tl::unexpected(*error);
  const std::string_view text = source.text;
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  if (lines > limits().lines) {
    return tl::unexpected(Error{
        source.path, 0, 0, limit_message("document", lines, "lines", limits().lines, "lines")});
  }
  TreeBuilder tree(source, format);
  for (std::size_t begin = 0; begin < text.size() && !tree.failed();) {
    const std::size_t line_feed = std::min(text.find('\n', begin), text.size());
    std::size_t end = line_feed;
    if (end > begin && text[end - 1] == '\r') --end;
    tree.element("line", text.substr(begin, end - begin), {begin, end});
    begin = line_feed + 1;
  }
  return tree.finish();
}

}  // namespace

namespace format_parsers {
const FormatParser plain_text{
    Format::text, [](const Source& source) { return parse_lines(source, Format::text); }};
const FormatParser source_code{
    Format::source, [](const Source& source) { return parse_lines(source, Format::source); }};
}  // namespace format_parsers

}  // namespace doccord
