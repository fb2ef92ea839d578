#pragma once

#include <string_view>

#include "parse/markdown_edits.h"
#include "parse/markdown_output.h"

struct cmark_node;

namespace doccord {

// Writes a parsed Markdown text as elements and texts. Raw HTML goes through as it stands, so that
// a list whose tags have paragraphs of Markdown between them becomes one list again when the whole
// is read.
void write_markdown(cmark_node* root, const MarkdownEdits& edits, MarkdownOutput& out);

}  // namespace doccord
