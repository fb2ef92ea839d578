#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/entry_head.h"
#include "extract/text_layout.h"

namespace doccord {

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
