#pragma once

#include <string_view>

#include "parse/offset_map.h"
#include "parse/tree_builder.h"

namespace doccord {

// Adds a page, or a part of one, to a tree in the small vocabulary of Document. `map` tells where
// its bytes stand in the source.
void add_html(TreeBuilder& tree, std::string_view html, const OffsetMap& map);

}  // namespace doccord
