// Plain text: each entry opens with a line that holds its key.

#include "extract/line_entries.h"
#include "extract/shape.h"
#include "extract/text_layout.h"

namespace doccord {
namespace {

std::vector<Grid> propose(const DocumentTexts& texts) {
  if (texts.document().format() != Format::text) return {};
  return entries_opened_by_lines(texts.lines(), shapes::text_lines.name);
}

}  // namespace

const Shape shapes::text_lines{
    .name = "text-lines",
    .summary = "plain text in which a line with key and name opens each entry",
    .propose = propose};

}  // namespace doccord
