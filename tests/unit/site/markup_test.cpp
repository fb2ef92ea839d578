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

TEST_CASE("of very many sources in a row a message names a few") {
  const auto set =
      TemplateSet::parse({{"page", "{{#runs}}{{text}}{{#code}}<{{code}}>{{/code}}{{/runs}}"}});
  const auto told = [&](const std::string& message) {
    const auto is_source = [](std::string_view text) { return text.starts_with('s'); };
    return *set->render("page", Value().set("runs", message_runs(message, is_source)));
  };
  CHECK(told("`k` in `s1`, `s2`, `s3`, `s4`, `s5` and `s6` only") ==
        "<k> in <s1>, <s2>, <s3>, <s4>, <s5> and <s6> only");
  CHECK(told("`k` in `s1`, `s2`, `s3`, `s4`, `s5`, `s6` and `s7`: `x` for `s`") ==
        "<k> in <s1>, <s2>, <s3> and 4 more: <x> for <s>");
  CHECK(told("`s1`, `s2`, `s3`, `s4`, `s5`, `s6`, `s7`, `t`") ==
        "<s1>, <s2>, <s3> and 4 more, <t>");
  CHECK(told("`s1`, `s2`, `s3`, `s4`, `s5`, `s6`, `s7` and 76 more sources have `x`") ==
        "<s1>, <s2>, <s3> and 80 more have <x>");
  CHECK(told("`s1`, `s2`, `s3`, `s4`, `s5`, `s6`, `s7` and 1 more source: `x`") ==
        "<s1>, <s2>, <s3> and 5 more: <x>");
  CHECK(told("nothing") == "nothing");
}

TEST_CASE("list items are items") { CHECK(shown("- one\n- two\n  more") == "- one;- two more;"); }

}  // namespace
}  // namespace doccord::test
