#pragma once

#include <string>
#include <string_view>

namespace doccord {

// Text of documents as Markdown that shows it and does nothing else: no markup, link, mention or
// break of a table row comes out of it, in CommonMark's and GitHub's dialect.
std::string markdown_text(std::string_view text);

// A message of ours: what it quotes in back-quotes becomes code, and everything is made harmless.
std::string markdown_message(std::string_view message);

}  // namespace doccord
