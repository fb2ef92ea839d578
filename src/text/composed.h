#pragma once

#include <string>
#include <string_view>

namespace doccord {

// With every accent on its letter where there is such a letter (Unicode's form NFC). `text` is
// valid UTF-8.
std::string composed(std::string_view text);

}  // namespace doccord
