#pragma once

#include <memory>
#include <string_view>

#include "parse/html_reader.h"
#include "parse/offset_map.h"
#include "parse/tree_builder.h"

namespace doccord {

// Adds what it is shown of a page, or of a part of one, to a tree in the small vocabulary of
// Document. `map` tells where the bytes stand in the source. Both outlive it.
std::unique_ptr<HtmlVisitor> html_tree(TreeBuilder& tree, const OffsetMap& map);

// Reads HTML and adds it so.
void add_html(TreeBuilder& tree, std::string_view html, const OffsetMap& map);

}  // namespace doccord
