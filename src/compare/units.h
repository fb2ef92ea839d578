#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "compare/glosses.h"
#include "compare/lexicon.h"
#include "text/words.h"

namespace doccord {

// What a unit of a text is, beyond the class of its word.
enum class UnitKind { word, number, name, symbol };

// How a unit is written into its tokens; another form of the same word is another notation.
enum class UnitForm { plain, hyphenated, contracted };

// A word, or a phrase that counts as one ("able to", "Uniform Resource Identifier (URI)"). Each
// level of writing sets more aside than the one before.
struct Unit {
  UnitKind kind = UnitKind::word;
  WordClass word_class = WordClass::content;
  UnitForm form = UnitForm::plain;
  std::size_t token_begin = 0;  // Tokens of the text, end exclusive.
  std::size_t token_end = 0;
  std::string written;  // As the text has it.
  std::string folded;   // Without letter case.
  std::string plain;    // Without notation: full and American forms, figures.
  std::string base;     // Without inflection.
  std::string key;      // Without synonyms: equal for what says the same.
  bool is_abbreviation = false;
  bool is_glossed = false;  // Its tokens hold both an abbreviation and its long form.

  // Whether it carries more than grammar, so that texts are aligned by it.
  bool has_weight() const { return word_class != WordClass::function; }
  bool is_closed() const {
    return word_class != WordClass::function && word_class != WordClass::content;
  }
};

// A text made ready to be compared: tokens and the units that they form.
struct UnitText {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<std::string> folded;  // The tokens without letter case.
  std::vector<Unit> units;
  const Glosses* glosses = nullptr;  // By which it was read.
};

// `text` and `glosses` must outlive the result.
UnitText read_units(std::string_view text, const Glosses& glosses);

// Whether the word is one whose letters mean nothing as language: a constant, a header name, a
// path, a version, anything with figures or capitals inside.
bool is_name_like(std::string_view word);

}  // namespace doccord
