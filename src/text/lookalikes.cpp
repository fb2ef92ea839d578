#include "text/lookalikes.h"

#include <algorithm>
#include <array>

#include "text/composed.h"
#include "text/utf8.h"

namespace doccord {
namespace {

struct Lookalike {
  char32_t letter;
  char ascii;
};

constexpr std::array kLookalikes{
#define LOOKALIKE(letter, ascii) Lookalike{letter, ascii},
#include "text/lookalikes.def"
#undef LOOKALIKE
};

struct Block {
  char32_t first;
  char32_t last;
  Script script;
};

constexpr std::array<Block, 17> kBlocks{{{'A', 'Z', Script::latin},
                                         {'a', 'z', Script::latin},
                                         {0xC0, 0x24F, Script::latin},
                                         {0x370, 0x3FF, Script::greek},
                                         {0x400, 0x52F, Script::cyrillic},
                                         {0x531, 0x588, Script::armenian},
                                         {0x13A0, 0x13FF, Script::cherokee},
                                         {0x1C80, 0x1C8F, Script::cyrillic},
                                         {0x1E00, 0x1EFF, Script::latin},
                                         {0x1F00, 0x1FFF, Script::greek},
                                         {0x2C60, 0x2C7F, Script::latin},
                                         {0x2DE0, 0x2DFF, Script::cyrillic},
                                         {0xA640, 0xA69F, Script::cyrillic},
                                         {0xA722, 0xA7FF, Script::latin},
                                         {0xAB70, 0xABBF, Script::cherokee},
                                         {0xFB00, 0xFB06, Script::latin},
                                         {0xFF01, 0xFF5E, Script::fullwidth}}};

struct Range {
  char32_t first;
  char32_t last;
};

// Ascending. Private use is none of it: fonts have their icons there.
constexpr std::array<Range, 14> kHidden{{{0xAD, 0xAD},          // soft hyphen
                                         {0x34F, 0x34F},        // grapheme joiner
                                         {0x61C, 0x61C},        // Arabic letter mark
                                         {0x115F, 0x1160},      // Hangul fillers
                                         {0x17B4, 0x17B5},      // Khmer vowels
                                         {0x180B, 0x180F},      // Mongolian selectors
                                         {0x200B, 0x200F},      // zero width, direction marks
                                         {0x202A, 0x202E},      // overrides
                                         {0x2060, 0x206F},      // joiners, isolates
                                         {0x3164, 0x3164},      // Hangul filler
                                         {0xFEFF, 0xFEFF},      // byte order mark
                                         {0xFFA0, 0xFFA0},      // Hangul filler
                                         {0x1D173, 0x1D17A},    // of music
                                         {0xE0000, 0xE0FFF}}};  // tags

constexpr char32_t kFullwidthOffset = 0xFF01 - '!';
constexpr char32_t kNonJoiner = 0x200C;
constexpr char32_t kJoiner = 0x200D;

bool is_joined(std::u32string_view text, std::size_t at) {
  const auto joins = [](char32_t c) { return is_letter(c) && script_of(c) == Script::none; };
  return (text[at] == kNonJoiner || text[at] == kJoiner) && at > 0 && at + 1 < text.size() &&
         joins(text[at - 1]) && joins(text[at + 1]);
}

}  // namespace

Script script_of(char32_t c) {
  const auto* const found = std::find_if(kBlocks.begin(), kBlocks.end(), [c](const Block& block) {
    return c >= block.first && c <= block.last;
  });
  const bool is_one =
      found != kBlocks.end() && (is_letter(c) || found->script == Script::fullwidth);
  return is_one ? found->script : Script::none;
}

std::string_view to_string(Script script) {
  switch (script) {
    case Script::none:
      return "";
    case Script::latin:
      return "Latin";
    case Script::fullwidth:
      return "fullwidth";
    case Script::cyrillic:
      return "Cyrillic";
    case Script::greek:
      return "Greek";
    case Script::armenian:
      return "Armenian";
    case Script::cherokee:
      return "Cherokee";
  }
  return "";
}

char lookalike_of(char32_t c) {
  if (c < 0x80) return 0;
  if (c >= 0xFF01 && c <= 0xFF5E) return static_cast<char>(c - kFullwidthOffset);
  const auto* const found =
      std::lower_bound(kLookalikes.begin(), kLookalikes.end(), c,
                       [](const Lookalike& each, char32_t wanted) { return each.letter < wanted; });
  return found != kLookalikes.end() && found->letter == c ? found->ascii : '\0';
}

bool is_hidden(char32_t c) {
  return std::any_of(kHidden.begin(), kHidden.end(),
                     [c](Range range) { return c >= range.first && c <= range.last; });
}

std::string appearance_of(std::string_view text) {
  const std::u32string letters = to_code_points(composed(text));
  std::string look;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char32_t c = letters[i];
    if (is_hidden(c) && !is_joined(letters, i)) continue;
    const char ascii = lookalike_of(c);
    append_utf8(look, ascii == 0 ? c : static_cast<char32_t>(ascii));
  }
  return look;
}

}  // namespace doccord
