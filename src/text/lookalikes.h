#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace doccord {

// The scripts whose letters are taken for one another.
enum class Script {
  none,  // Digits, signs, and letters of all other scripts.
  latin,
  fullwidth,  // Latin letters, digits and signs as wide as Chinese characters.
  cyrillic,
  greek,
  armenian,
  cherokee
};

Script script_of(char32_t c);
// "Cyrillic"; empty for none.
std::string_view to_string(Script script);

// The ASCII character that this one of another script looks like; 0 when it looks like none.
char lookalike_of(char32_t c);

// Whether it shows nothing where it stands, or moves other text about. Joiners between letters that
// change their form by them, as in Persian and Hindi, are not asked for here.
bool is_hidden(char32_t c);

// How a text looks, so that texts which look the same have one look: letters as the ASCII ones that
// they look like, accents on their letters, without what shows nothing. ASCII looks like itself.
std::string appearance_of(std::string_view text);

}  // namespace doccord
