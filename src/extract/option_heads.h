#pragma once

#include <vector>

#include "extract/entry_head.h"

namespace doccord {

// Help texts and manual pages set an option beside its text where it is short enough and above it
// where not, or several above one text. A line that begins with an option further out than the
// texts do opens an entry. Nothing when there are only a few.
std::vector<EntryHead> option_heads(const std::vector<TextLine>& lines);

}  // namespace doccord
