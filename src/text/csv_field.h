#pragma once

#include <string>
#include <string_view>

namespace doccord {

// A field of a CSV file by RFC 4180: quoted where needed, quotes doubled. What a spreadsheet would
// run on opening the file, `=HYPERLINK(...)`, gets an apostrophe before it, which makes it text
// there; a number with its sign is none of that.
std::string csv_field(std::string_view text);

}  // namespace doccord
