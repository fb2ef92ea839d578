#pragma once

#include <string_view>
#include <vector>

namespace doccord {

// What stands beside a key, told apart. Views into the texts that were given.
struct NameText {
  std::vector<std::string_view> names;
  std::string_view text;  // The description, or its beginning; may be empty.
  std::string_view note;  // What stands in brackets behind a few of the names: "(WebDAV)".
};

// Tells names from descriptions in the texts that stand beside the keys of one grid, by what they
// have in common: a constant in front, a dash in the middle, sentences. `described` says that the
// entries have their descriptions elsewhere, so that a short text here is a name.
std::vector<NameText> split_name_text(const std::vector<std::string_view>& texts, bool described);

}  // namespace doccord
