#pragma once

#include <pugixml.hpp>
#include <string>

namespace doccord {

// DocBook says in its own words what HTML says in others, so its documents become the same tree.

bool is_docbook(pugi::xml_node root);

// What an element of DocBook is in the tree's vocabulary: "li", "dd" or "h3" as its place demands;
// empty for what only groups other elements or stands in a line without a meaning of its own.
std::string docbook_element(pugi::xml_node element);

// Whether what stands in the element is no part of the text: index terms, remarks.
bool is_docbook_aside(pugi::xml_node element);

}  // namespace doccord
