#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "parse/document.h"

namespace doccord {

// One word, number, string or punctuation mark of a program.
struct CodeToken {
  enum class Kind { word, number, string, mark };
  Kind kind = Kind::mark;
  std::string_view text;  // A string without its quotes.
};

// What stands at a place of a line; false where the line is shorter.
bool is_kind(const std::vector<CodeToken>& tokens, std::size_t at, CodeToken::Kind kind);
bool is_mark(const std::vector<CodeToken>& tokens, std::size_t at, std::string_view text);
bool is_word(const std::vector<CodeToken>& tokens, std::size_t at);

// One line of a program, with its comment told from its code. No language is known: comments are
// what begins with //, /* or, where it opens a line and is no preprocessor's, #.
struct CodeLine {
  Span span;
  std::vector<CodeToken> tokens;
  std::string comment;               // Without its marks.
  bool continues_comment = false;    // The comment began on a line above.
  bool has_comment = false;          // Even one without words.
  bool comment_behind_code = false;  // It began behind code, here or on a line above.
  bool only_comment() const { return tokens.empty() && has_comment && !comment_behind_code; }
};

std::vector<CodeLine> code_lines_of(const Document& document);

}  // namespace doccord
