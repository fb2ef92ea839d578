#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/code_lines.h"

namespace doccord {

// A text that a program chooses by a number or a constant: `case 404: return "Not Found";`, with
// the string on the same line or the next one, and `Code::NotFound => "Not Found",`.
struct CaseText {
  std::size_t line = 0;     // Of what is chosen by.
  std::size_t last = 0;     // Of the text; never before `line`.
  std::size_t choice = 0;   // The same for all cases of one switch.
  std::string_view name;    // The constant without what qualifies it; empty for a number.
  std::string_view number;  // As written; empty for a constant.
  std::string_view text;    // Without quotes; its first piece if it is written in several.
};

// All of them, in order. Cases that fall through have the text that they fall to.
std::vector<CaseText> case_texts(const std::vector<CodeLine>& lines);

}  // namespace doccord
