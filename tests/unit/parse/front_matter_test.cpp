#include "parse/front_matter.h"

#include <doctest/doctest.h>
#include <string>

namespace doccord::test {
namespace {

std::string shown(std::string_view text) {
  std::string out;
  for (const FrontMatterField& field : front_matter_fields(text)) {
    CHECK(text.substr(field.span.begin, field.span.size()) == field.value);
    out += std::string(field.label) + "=" + std::string(field.value) + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("front matter: plain fields of YAML and TOML, without what is a structure") {
  CHECK(shown("---\ntitle: \"10: hot\"\ntags:\n  - a\nlist: [a]\nmore: |\n  text\n# no\nurl: "
              "a:b\r\n---\nx: y\n") == "title=10: hot\nurl=a:b\n");
  CHECK(shown("+++\ncode = 'E-1'\n[params]\nname = \"Hot\"\n+++\n") == "code=E-1\nname=Hot\n");
  CHECK(shown("title: no front matter\n").empty());
  CHECK(shown("---\nnot closed: yes\n").empty());
  CHECK(shown("---\n---\n").empty());
  CHECK(front_matter_size("---\na: b\n...\ntext") == 13);
}

}  // namespace doccord::test
