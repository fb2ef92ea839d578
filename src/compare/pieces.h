#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compare/units.h"
#include "text/words.h"

namespace doccord {

// What a token is made of before phrases are looked for: a contraction gives two pieces
// (`couldn't`: could, not), a hyphenated word one for each part, `30s` a number and a unit.
struct Piece {
  UnitKind kind = UnitKind::word;
  UnitForm form = UnitForm::plain;
  std::size_t token = 0;
  bool after_mark = false;  // Punctuation stands between it and the piece before.
  std::string written;
  std::string folded;
  std::string plain;  // American spelling, figures, full forms.
  std::string base;
};

// Punctuation gives no piece; symbols that say something (`<`, `%`, `&`) do.
std::vector<Piece> cut_pieces(const std::vector<Token>& tokens);

}  // namespace doccord
