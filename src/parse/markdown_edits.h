#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace doccord {

// A Markdown text made ready for a CommonMark parser, which knows nothing of definition lists,
// macros and heading ids. Bytes are replaced, never moved: what stands at an offset
// here stood there in the source.
struct MarkdownEdits {
  std::string text;
  std::set<std::size_t> definitions;  // Where `: text` begins; a list item or paragraph now.
  std::vector<std::pair<std::size_t, std::string>> heading_ids;  // By the heading's offset.
};

// Stands where nothing is shown.
inline constexpr char kHidden = '\x01';

// The text behind the front matter, or a piece of it.
MarkdownEdits edit_markdown(std::string_view source);

}  // namespace doccord
