#pragma once

#include <string_view>

#include "site/template.h"

namespace doccord {

// For the partial `runs`: a text whose `quoted` parts are set as code.
Value inline_runs(std::string_view text);

// For the partial `blocks`: the paragraphs, lists and indented or fenced code of a rule's
// documentation. Knows as much Markdown as those texts use and shows anything else as written.
Value markdown_blocks(std::string_view text);

}  // namespace doccord
