#pragma once

#include <functional>
#include <string_view>

#include "site/template.h"

namespace doccord {

// For the partial `runs`: a text whose `quoted` parts are set as code.
Value inline_runs(std::string_view text);

// The same for the message of a discrepancy: where it lists very many `quoted` words for which
// `counts` holds, a few of them and how many more there are.
Value message_runs(std::string_view text, const std::function<bool(std::string_view)>& counts);

// For the partial `blocks`: the paragraphs, lists and indented or fenced code of a rule's
// documentation. Knows as much Markdown as those texts use and shows anything else as written.
Value markdown_blocks(std::string_view text);

}  // namespace doccord
