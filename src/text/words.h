#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace doccord {

// A word or a single punctuation mark of a text. Numbers, codes, header names (Retry-After),
// constants (HTTP_STATUS_OK), versions (HTTP/1.1), options (--fail-on), hyphenated words,
// contractions (couldn't) and URLs are one word.
struct Token {
  std::string_view text;   // Part of the text that was split.
  std::size_t offset = 0;  // Bytes.
  bool is_word = true;     // False for punctuation.
  bool space_before = false;
};

// Splits a text; white space separates and is not part of any token.
std::vector<Token> tokenize(std::string_view text);

// Whether the lower-case word carries grammar rather than content: an article, a form of `be`, a
// pronoun, a preposition. The list is text/function_words.def.
bool is_function_word(std::string_view folded);

}  // namespace doccord
