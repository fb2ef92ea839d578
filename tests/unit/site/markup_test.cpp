#include "site/markup.h"

#include <doctest/doctest.h>

#include "site/template.h"

namespace doccord::test {
namespace {

// Blocks and runs as a line each: what kind, then the text.
std::string shown(std::string_view markdown) {
  const auto set = TemplateSet::parse(
      {{"page",
        "{{#blocks}}{{#paragraph}}P {{/paragraph}}{{#item}}- {{/item}}{{#runs}}{{text}}{{#code}}<"
        "{{code}}>{{/code}}{{/runs}}{{#code_block}}[{{code_block}}]{{/code_block}};{{/blocks}}"}});
  return *set->render("page", Value().set("blocks", markdown_blocks(markdown)));
}

TEST_CASE("paragraphs join their lines; quoted parts are code") {
  CHECK(shown("One\ntwo `x` three.\n\nFour.") == "P One two <x> three.;P Four.;");
  CHECK(shown("A lone ` stays.") == "P A lone ` stays.;");
  CHECK(shown("") == "");
}

TEST_CASE("indented and fenced lines are code, with the empty lines inside") {
  CHECK(shown("Say:\n\n    one\n\n      two\n\nThen.") == "P Say:;[one\n\n  two];P Then.;");
  CHECK(shown("```\n`a`\n\nb\n```\nThen.") == "[`a`\n\nb];P Then.;");
  CHECK(shown("A paragraph\n    goes on.") == "P A paragraph goes on.;");
}

TEST_CASE("list items are items") { CHECK(shown("- one\n- two\n  more") == "- one;- two more;"); }

}  // namespace
}  // namespace doccord::test
