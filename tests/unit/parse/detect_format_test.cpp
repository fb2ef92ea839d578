#include <doctest/doctest.h>

#include <utility>

#include "parse/parse.h"

using namespace doccord;

namespace {

Format detect(std::string path, std::string text) {
  Source source;
  source.path = std::move(path);
  source.text = std::move(text);
  return detect_format(source);
}

}  // namespace

TEST_CASE("detect_format: the extension decides, in any case") {
  CHECK(detect("a/b.HTML", "x") == Format::html);
  CHECK(detect("a.htm", "x") == Format::html);
  CHECK(detect("a.md", "<html>") == Format::markdown);
  CHECK(detect("a.txt", "{}") == Format::text);
  CHECK(detect("a.xml", "") == Format::xml);
  CHECK(detect("a.tsv", "") == Format::csv);
  CHECK(detect("a.json", "") == Format::json);
  CHECK(detect("a.yaml", "") == Format::yaml);
  CHECK(detect("rules.YML", "# Not Markdown\n") == Format::yaml);
  CHECK(detect("a.tar.proto", "") == Format::source);
  CHECK(detect("include/errors.h", "") == Format::source);
  CHECK(detect("a.c", "") == Format::source);
}

TEST_CASE("detect_format: a model to copy is of the format of what it is a model of") {
  CHECK(detect("server.conf.sample", "# Settings\n# More\n") == Format::text);
  CHECK(detect("errors.json.example", "") == Format::json);
  CHECK(detect("config.h.in", "") == Format::source);
  CHECK(detect("sample", "plain words") == Format::text);
}

TEST_CASE("detect_format: settings that are commented out are no headings") {
  CHECK(detect("pumpd_config", "# Logging\n#LogLevel INFO\n\n# Other\n#Port 22\n# More\n") ==
        Format::text);
}

TEST_CASE("detect_format: a name without an extension leaves it to the text") {
  CHECK(detect(".html", "plain words") == Format::text);
  CHECK(detect("dir.html/README", "plain words") == Format::text);
  CHECK(detect("page", "\n<!DOCTYPE html>\n<p>x") == Format::html);
  CHECK(detect("page", "<TABLE border=1><tr>") == Format::html);
  CHECK(detect("page", "<?xml version=\"1.0\"?>\n<html xmlns=\"x\">") == Format::html);
  CHECK(detect("feed", "<?xml version=\"1.0\"?>\n<registry/>") == Format::xml);
  CHECK(detect("feed", "<registry><r/></registry>\n") == Format::xml);
  CHECK(detect("data", "{\"a\": 1}\n") == Format::json);
  CHECK(detect("data", "[{\"a\": 1}]") == Format::json);
  CHECK(detect("data", "[a link] and text") == Format::text);
  CHECK(detect("data", "[") == Format::text);
  CHECK(detect("codes", "code,name,text\n1,OK,fine\n2,NO,not\n") == Format::csv);
  CHECK(detect("codes", "code\tname\n1\tOK\n") == Format::csv);
  CHECK(detect("codes", "# Codes\n\n|a|b|\n|-|-|\n|1|2|\n") == Format::markdown);
  CHECK(detect("codes", "#include <x>\n#define A 1\n") == Format::source);
  CHECK(detect("codes", "One, two, three.\nFour and five.\n") == Format::text);
  CHECK(detect("codes", "") == Format::text);
}

TEST_CASE("detect_format: YAML is told by members below members, and nothing else at the margin") {
  CHECK(detect("rules", "%YAML 1.2\n---\na: b\n") == Format::yaml);
  CHECK(detect("rules", "# Alerts\n---\ngroups:\n- name: a\n  rules:\n  - alert: X\n") ==
        Format::yaml);
  CHECK(detect("codes", "errors:\n  E10:\n    text: >\n      Pump\n      stopped: now\n") ==
        Format::yaml);
  CHECK(detect("codes", "Code: 10\nName: PUMP\n\nCode: 11\nName: HOT\n") == Format::text);
  CHECK(detect("page", "---\ntitle: x\ntags:\n  - a: b\n---\n\n# Codes\n\nProse.\n") ==
        Format::markdown);
  CHECK(detect("help", "Usage: x [-v]\n\nOptions:\n  -v: say more\n") == Format::text);
  CHECK(detect("notes", "Pumps:\n  E10: stopped\n\nSee the manual.\n") == Format::text);
}
