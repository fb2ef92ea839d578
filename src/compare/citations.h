#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace doccord {

// A document that a text refers to: RFC 7231, with the section when one is named.
struct Citation {
  std::string document;  // "RFC7231".
  std::string section;   // "6.4.2"; may be empty.
};

// All RFCs that the text names, however they are written: [RFC7231, Section 6.4.2], RFC7231#6.4.2.
std::vector<Citation> read_citations(std::string_view text);

}  // namespace doccord
