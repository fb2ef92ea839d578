#pragma once

#include <string_view>

namespace doccord {

// What a column's heading word says that it holds.
enum class ColumnHint { none, key, name, description, other };

// "Value", "Error code" are keys, "Constant", "Reason phrase" names, "Meaning" a description,
// "Since" or "Reference" something else; none when the word says nothing or several things
// ("Code").
ColumnHint column_hint(std::string_view heading);

// Whether a heading that says nothing certain may still head keys: "Code", "Status", "Error".
bool speaks_of_keys(std::string_view heading);

// Whether a line of text is the heading of columns: two or more such words and little else.
bool is_column_heading(std::string_view line);

}  // namespace doccord
