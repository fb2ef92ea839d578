#include "text/workflow.h"

#include <doctest/doctest.h>

namespace doccord {
namespace {

TEST_CASE("workflow: a line that begins like a command becomes text") {
  CHECK(not_a_command("::error::x") == "\\x3a:error::x");
  CHECK(not_a_command("\t ::error::x") == "\t \\x3a:error::x");
  // The runner trims blanks of all kinds.
  CHECK(not_a_command("\u00A0\u3000::error::x") == "\u00A0\u3000\\x3a:error::x");
}

TEST_CASE("workflow: the older kind of command is broken wherever it stands") {
  CHECK(not_a_command("##[error]x") == "#\\x23[error]x");
  CHECK(not_a_command("a ##[group]b ###[c]") == "a #\\x23[group]b ##\\x23[c]");
}

TEST_CASE("workflow: what is no command stays as it is") {
  for (const char* line :
       {"", "std::string", "a ::error::x", "# [x]", "## x", ":a", " ::: a.md:1:2"}) {
    CHECK(not_a_command(line) == line);
  }
}

TEST_CASE("workflow: a path in a line holds no beginning of a command") {
  CHECK(path_in_line("docs/a::b::c.md") == "docs/a\\x3a:b\\x3a:c.md");
  CHECK(path_in_line("docs/a:b.md") == "docs/a:b.md");
}

TEST_CASE("workflow: each line of a text is looked at, and line ends stay") {
  CHECK(without_commands("a\n::b::\n\nc ##[d]") == "a\n\\x3a:b::\n\nc #\\x23[d]");
  CHECK(without_commands("a\n") == "a\n");
  CHECK(without_commands("").empty());
}

}  // namespace
}  // namespace doccord
