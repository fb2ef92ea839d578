#pragma once

#include <string>
#include <string_view>

namespace doccord {

// JSON as it may be printed anywhere. Programs read it, but people see it as well, at terminals and
// in logs: so the controls that JSON leaves alone (DEL, C1), what turns the direction of text and
// the `##[` that GitHub's runner obeys are written as `\uXXXX`, which is the same to a reader of
// JSON.
std::string printable_json(std::string_view json);

// A text as a string of such JSON, with its quotation marks. What is no UTF-8 is written as U+FFFD,
// since paths come from the file system.
void append_json_string(std::string& out, std::string_view text);

}  // namespace doccord
