#pragma once

#include "compare/alignment.h"

namespace doccord {

// Notes where the same words in the same order say something else because words of grammar give
// them other roles: "the server rejects" and "the server is rejected"; "the process that called the
// function was stopped" and "the process called the function that was stopped".
void note_turned_roles(Alignment& alignment);

}  // namespace doccord
