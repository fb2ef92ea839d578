#include "site/template.h"

#include <doctest/doctest.h>

#include <string_view>

#include "site/embedded_files.h"
#include "text/escape.h"

namespace doccord::test {
namespace {

std::string rendered(const std::string& text, const Value& data) {
  const Result<TemplateSet> set = TemplateSet::parse({{"page", text}});
  if (!set) return to_string(set.error());
  const Result<std::string> html = set->render("page", data);
  return html ? *html : to_string(html.error());
}

TEST_CASE("a template prints texts escaped") {
  CHECK(rendered("<a title=\"{{x}}\">{{x}}</a>", Value().set("x", "<\"'&>")) ==
        "<a title=\"&lt;&quot;&#39;&amp;&gt;\">&lt;&quot;&#39;&amp;&gt;</a>");
  CHECK(rendered("{{x}}", Value().set("x", "plain, and \x7F and \xC2\xA0")) ==
        escape_html("plain, and \x7F and \xC2\xA0"));
}

TEST_CASE("sections follow lists, objects, yes and no; an empty text is no") {
  const Value data = Value()
                         .set("list", Value::List{"a", "b"})
                         .set("none", Value::List{})
                         .set("object", Value().set("inner", "i"))
                         .set("yes", true)
                         .set("no", false)
                         .set("empty", "")
                         .set("number", std::size_t{7});
  CHECK(rendered("{{#list}}{{.}};{{/list}}", data) == "a;b;");
  CHECK(rendered("{{#none}}x{{/none}}{{^none}}no{{/none}}", data) == "no");
  CHECK(rendered("{{#object}}{{inner}}{{number}}{{/object}}", data) == "i7");
  CHECK(rendered("{{#yes}}1{{/yes}}{{#no}}2{{/no}}{{^no}}3{{/no}}", data) == "13");
  CHECK(rendered("{{#empty}}1{{/empty}}{{^empty}}2{{empty}}{{/empty}}", data) == "2");
}

TEST_CASE("a line that shows nothing but the borders of sections is left out") {
  const Value data = Value().set("list", Value::List{"a", "b"}).set("yes", true).set("no", false);
  CHECK(rendered("<\n{{#list}}\n {{.}}\n{{/list}}\n>\n", data) == "<\n a\n b\n>\n");
  CHECK(rendered("1\n {{#yes}} {{no}}{{/yes}}\n2\n", data) == "1\n2\n");
  CHECK(rendered("1\n{{#no}}\nx\n{{/no}}\n2", data) == "1\n\n2");
  CHECK(rendered("1\n{{^no}}{{no}}{{/no}}\n\n2{{! nothing }}\n", data) == "1\n\n2\n");
  CHECK(rendered("{{#yes}}a\n{{#list}}{{.}}{{/list}}{{/yes}}\nb", data) == "a\nab\nb");
}

TEST_CASE("names are looked up from the innermost section outwards") {
  const Value data =
      Value()
          .set("x", "outer")
          .set("y", "seen")
          .set("in", Value::List{Value().set("x", "1"), Value().set("x", Value().set("y", "2"))});
  CHECK(rendered("{{#in}}{{x}}{{y}};{{/in}}{{x}}", data) == "1seen;seen;outer");
  CHECK(rendered("{{#in}}{{#x}}{{y}}{{/x}};{{/in}}", data) == "seen;2;");
}

TEST_CASE("a tag without data is an error, in a section as well") {
  CHECK(rendered("{{gone}}", {}) == "page.html: error: there is no value for the tag `gone`");
  CHECK(rendered("{{gone}}{{lost}}", {}) ==
        "page.html: error: there is no value for the tag `gone`");
  CHECK(rendered("{{#gone}}{{/gone}}", {}) ==
        "page.html: error: there is no value for the tag `gone`");
  CHECK(rendered("{{^gone}}{{/gone}}", {}) ==
        "page.html: error: there is no value for the tag `gone`");
}

TEST_CASE("nothing can be printed without being escaped") {
  const Value data = Value().set("x", "<");
  CHECK(rendered("{{{x}}}", data) == "page.html: error: {{{ is not allowed: texts are escaped");
  CHECK(rendered("{{&x}}", data) == "page.html: error: {{& is not allowed: texts are escaped");
  CHECK(rendered("{{ & x}}", data) == "page.html: error: {{& is not allowed: texts are escaped");
  CHECK(rendered("{{=<% %>=}}", data) == "page.html: error: {{= is not allowed: texts are escaped");
}

TEST_CASE("a template can include others, but not itself") {
  const auto set = TemplateSet::parse({{"page", "[{{> part }}]"}, {"part", "{{x}}\n"}});
  REQUIRE(set);
  CHECK(set->render("page", Value().set("x", "1")) == "[1]");
  const auto circle = TemplateSet::parse({{"a", "{{> b}}"}, {"b", "{{> a}}"}});
  REQUIRE_FALSE(circle);
  CHECK(to_string(circle.error()) == "a.html: error: the template includes itself");
  const auto missing = TemplateSet::parse({{"a", "{{> b}}"}});
  REQUIRE_FALSE(missing);
  CHECK(to_string(missing.error()) == "b.html: error: there is no such template");
}

TEST_CASE("a template that does not parse is an error") {
  CHECK(rendered("{{#a}}", {}) == "page.html: error: the section `a` is not closed");
  CHECK(rendered("{{#a}}{{/b}}", {}) == "page.html: error: the section `a` is closed by `b`");
  CHECK(rendered("{{/a}}", {}) == "page.html: error: the section `a` is not open");
  CHECK(rendered("{{ }}", {}) == "page.html: error: a tag is empty");
  CHECK(rendered("{{a", {}) == "page.html: error: a tag has no end, expected }}");
  CHECK(TemplateSet::parse({})->render("none", {}).error().message == "there is no such template");
}

TEST_CASE("the program's own templates load") {
  std::map<std::string, std::string> texts;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path.starts_with("templates/")) texts[std::string(file.path)] = file.bytes;
  }
  CHECK(texts.size() > 10);
}

}  // namespace
}  // namespace doccord::test
