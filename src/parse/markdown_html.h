#pragma once

#include <optional>
#include <string_view>

#include "parse/mapped_html.h"
#include "parse/markdown_edits.h"
#include "parse/markdown_guard.h"

namespace doccord {

// Writes a Markdown text as HTML. Raw HTML goes through as it stands, so that a list whose tags
// have paragraphs of Markdown between them becomes one list again when the whole is read.
std::optional<MarkdownFailure> markdown_to_html(std::string_view source, const MarkdownEdits& edits,
                                                MappedHtml& html);

}  // namespace doccord
