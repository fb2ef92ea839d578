#pragma once

#include <string>

namespace doccord::test {

// What is extracted from a document with this file name and text, one line for each entry:
// "404 <Not Found> The text. |Label=value {Section}"; parts that are empty are left out. A suspect
// is a line "? key: reason", an error its message.
std::string extracted(const std::string& file_name, const std::string& text);

}  // namespace doccord::test
