#pragma once

#include <cstddef>
#include <string_view>

namespace doccord {

std::size_t count_words(std::string_view text);

// Whether the text ends as a sentence does: with a full stop, exclamation or question mark, also
// before closing quotes and brackets.
bool ends_sentence(std::string_view text);

// Whether the text reads like a sentence or more rather than like a name: it ends as one, or is
// long.
bool is_prose(std::string_view text);

// Whether the words of four letters and more all begin with a capital, as in a title.
bool is_title_case(std::string_view text);

// Whether two names are the same but for letter case, blanks and punctuation.
bool same_name(std::string_view a, std::string_view b);

}  // namespace doccord
