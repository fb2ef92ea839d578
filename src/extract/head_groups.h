#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/text_layout.h"

namespace doccord {

// A place where an entry may open: in a line, mostly at its start.
struct EntryHead {
  std::size_t line = 0;
  std::size_t at = 0;      // Byte in the line's text at which the label begins.
  std::string_view label;  // From there to the end of the line.
  std::string key;
  std::string_view name;     // What stands beside the key, to know a heading that repeats it.
  bool inline_text = false;  // The description begins on the same line.
  // The short form of an option on the line above its long one: "-o FILE" above "--output=FILE".
  std::string_view short_form;
  // What stands behind a short label where the text of the others begins on the line below; `label`
  // ends before it then.
  std::string_view beside;

  std::size_t first_line() const { return short_form.empty() ? line : line - 1; }
};

// Lines that open entries look alike: same place of the key, same separator. All lines that could
// open an entry are grouped by that look.
struct HeadGroup {
  std::vector<EntryHead> heads;
  std::string_view marker;          // What the line below a head begins with: "- "; may be empty.
  bool inline_text = false;         // Descriptions begin on the head's own line.
  bool wrapped = false;             // Texts begin on the head's line and go on below it.
  bool name_below = false;          // The line below a head does: a constant by itself.
  bool keyed = false;               // The layout alone tells that they are keys: any word may be.
  bool name_above = false;          // The line above a head holds the name: a constant by itself.
  std::size_t most_paragraphs = 1;  // Of an entry that another entry follows.
};

// The groups of two heads or more, with what is learnt of the texts below their heads.
std::vector<HeadGroup> find_head_groups(const std::vector<TextLine>& lines);

}  // namespace doccord
