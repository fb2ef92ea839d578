#include <doctest/doctest.h>

#include "report/markdown_text.h"
#include "report/markup_text.h"

namespace doccord {

TEST_CASE("Markdown text: what means something there becomes a reference") {
  CHECK(markdown_text("a *b* <c>") == "a &#42;b&#42; &#60;c&#62;");
  CHECK(markdown_text("{\u00E9}") == "&#123;\u00E9&#125;");
  CHECK(markdown_text(":. ") == "&#58;. ");
  CHECK(markdown_text("1. www.x WWW.x a.b") == "1&#46; www&#46;x WWW&#46;x a.b");
}

TEST_CASE("Markdown message: what is quoted becomes code, where the quote has an end") {
  CHECK(markdown_message("a `b_c` d") == "a <code>b&#95;c</code> d");
  CHECK(markdown_message("a `b_c") == "a b&#95;c");
  CHECK(markdown_message("").empty());
}

TEST_CASE("markup text: escaped, and no command to a runner") {
  CHECK(markup_text("<a> & \"b\"") == "&lt;a&gt; &amp; &quot;b&quot;");
  CHECK(markup_text("##[error]x") == "#&#35;[error]x");
}

}  // namespace doccord
