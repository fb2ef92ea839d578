#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace doccord {

// Why a Markdown text is not given to the parser, and the byte at fault.
struct MarkdownFailure {
  std::size_t offset = 0;
  std::string message;
};

// Finds what would take the parser time out of all proportion to the text: it works through all
// open containers at a blank line, through all cells at each cell of a row, through the paragraph
// before at each line that could end a table's head, through all images before at each bracket.
// `steps` counts such work, for all pieces of a text together.
std::optional<MarkdownFailure> find_excess(std::string_view markdown, std::size_t& steps);

}  // namespace doccord
