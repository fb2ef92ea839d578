#include "extract/inline_markup.h"

#include <doctest/doctest.h>

#include <string>

namespace doccord::test {

TEST_CASE("inline markup: reStructuredText is read as it is printed") {
  const auto printed = [](const char* text) { return printed_restructured_text(text); };
  CHECK(printed("mapped to :exc:`PermissionError`.") == "mapped to PermissionError.");
  CHECK(printed("see :func:`~os.path.exists` and :ref:`that <there>`") == "see exists and that");
  CHECK(printed(":py:data:`!EPERM`, `page <https://x.example>`_, `it`__") == "EPERM, page, it");
  CHECK(printed("``a * b`` is *never* **big**") == "a * b is never big");
  CHECK(printed("2*3*4, a * b, *open, don't, a:b, 12:30") ==
        "2*3*4, a * b, *open, don't, a:b, 12:30");
  CHECK(printed("\\*not\\* C:\\dir") == "*not* C:\\dir");
  CHECK(printed("`open, :role:`open").empty() == false);
}

TEST_CASE("inline markup: AsciiDoc is read as it is printed") {
  const auto printed = [](const char* text) { return printed_asciidoc(text); };
  CHECK(printed("`x`, *--all*, _FILE_, 'FILE', +x+") == "x, --all, FILE, FILE, x");
  CHECK(printed("linkgit:git-add[1], link:page.html[page], link:page.html[]") ==
        "git-add(1), page, page.html");
  CHECK(printed("https://x.example[here], https://x.example[]") == "here, https://x.example");
  CHECK(printed("<<speed,the speed>> and <<wait>>") == "the speed and wait");
  CHECK(printed("snake_case_name, don't, a + b, x[1], std::sort") ==
        "snake_case_name, don't, a + b, x[1], std::sort");
}

TEST_CASE("inline markup: marks that nothing closes take no longer the more there are") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += " *a `b :c:`d <<e f:g[ _h";
  CHECK(printed_asciidoc(text).size() > text.size() / 2);
  CHECK(printed_restructured_text(text).size() > text.size() / 2);
}

}  // namespace doccord::test
