#pragma once

#include <string>

#include "parse/document.h"

namespace doccord {

// The tree for people, one node a line: an element with its attributes, a text in quotes, each with
// its span as begin..end.
std::string dump(const Document& document);

}  // namespace doccord
