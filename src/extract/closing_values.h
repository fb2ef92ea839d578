#pragma once

#include "extract/entry.h"

namespace doccord {

// Makes fields of the values that a description closes with, as help texts do: "Wait this long.
// [default: 30 s] [env: WAIT]", "... (default 3)", "... Default: 5 s.", "... Defaults to 5 MiB." A
// description that would be empty without them keeps them. A default that a sentence in the midst
// states, "The default is 22. ...", is a field, too, and stays in the text.
void take_closing_values(Entry& entry);

}  // namespace doccord
