#pragma once

#include <string>
#include <string_view>

namespace doccord {

// A paragraph of reStructuredText as it is printed: ":exc:`KeyError`" is KeyError, "``x``" is x,
// "`page <url>`_" is page. By docutils' rules of inline markup, of which nesting does not exist.
std::string printed_restructured_text(std::string_view text);

// A paragraph of AsciiDoc as it is printed: "`x`", "*x*", "_x_" and "'x'" are x, "man:git[1]" is
// git(1), "link:url[page]" is page, "<<anchor,page>>" is page.
std::string printed_asciidoc(std::string_view text);

}  // namespace doccord
