#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "load/source.h"

namespace doccord {

// What a pass over the tags of an XML text tells that its parser does not.
struct XmlScan {
  std::vector<Span> elements;  // In the order of their start tags, up to the end of their end tags.
};

// Finds the elements, and refuses what the parser would accept though it is no XML: tags that do
// not match, two roots, text outside the root, an attribute twice, entities that nobody defines,
// references to no character, an encoding that the text is not in. Nesting is held to its limit.
Result<XmlScan> scan_xml(const Source& source);

// The name of the first element, however the rest of the text is.
std::string_view xml_root(std::string_view text);

}  // namespace doccord
