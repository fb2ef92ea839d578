#include "load/config.h"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>

#include "load/config_keys.h"
#include "support/five_documents.h"
#include "support/temporary_directory.h"

namespace doccord::test {
namespace {

namespace fs = std::filesystem;

const ConfigNames kNames{{"table", "definition-list"}, {"DC101", "missing-entry"}};

void write(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string lines_of(const tl::expected<Config, std::vector<Error>>& config) {
  if (config) return "none\n";
  std::string out;
  for (const Error& error : config.error()) out += to_string(error) + "\n";
  return out;
}

std::string errors_of(const std::string& text) {
  return lines_of(parse_config("doccord.json", text, kNames));
}

// A configuration of one source that also has these members.
std::string source_with(const std::string& members) {
  return errors_of(R"x({"sources": [{"path": "a.txt", )x" + members + "}]}");
}

Config config_of(const std::string& text) {
  auto config = parse_config("docs/doccord.json", text, kNames);
  REQUIRE_MESSAGE(config, lines_of(config));
  return *config;
}

Config config_at(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto config = parse_config(path.string(), text, kNames);
  REQUIRE_MESSAGE(config, lines_of(config));
  return *config;
}

}  // namespace

TEST_CASE("config: all that may stand in it is read") {
  const Config config = config_of(R"x(// A comment.
{ "$schema": "schema.json", /* another */
  "sources": [
    {"id": "a", "path": "a.md", "title": "A", "publisher": "P", "format": "markdown",
     "date": "2018-05-31", "authority": true, "scope": ["4xx", "500-599"], "shape": "table",
     "key": {"pattern": "[0-9]+", "prefix": "E-"}, "exclude": ["999", "//nav"],
     "aliases": {"404": ["0x194", "NotFound"]}},
    {"path": "../b.html",
     "select": {"entry": "//dt", "key": "strong", "names": ["code[1]", "code[2]"],
                "description": "following-sibling::dd[1]"}},
    {"path": "c.txt", "pattern": "^(?P<key>\\d+) (?P<name>.+)$"}],
  "failOn": "never", "rules": {"DC101": "off", "missing-entry": "error"}, "profile": "./http.json",
  "overrides": [{"sources": ["a"], "keys": ["4xx"], "rules": {"DC101": "note"}}]
})x");
  REQUIRE(config.sources.size() == 3);
  const Source& a = config.sources[0];
  CHECK(a.id == "a");
  CHECK(a.path == "docs/a.md");
  CHECK(a.title == "A");
  CHECK(a.publisher == "P");
  CHECK(a.format == Format::markdown);
  CHECK(a.date == "2018-05-31");
  CHECK(a.authority);
  CHECK(a.scope == std::vector<std::string>{"4xx", "500-599"});
  CHECK(a.hints.shape == "table");
  CHECK(a.hints.key_pattern == "[0-9]+");
  CHECK(a.hints.key_prefix == "E-");
  CHECK(a.hints.exclude == std::vector<std::string>{"999", "//nav"});
  CHECK(a.aliases.at("404") == std::vector<std::string>{"0x194", "NotFound"});
  CHECK(a.hints.places.at("exclude.1").line == 6);
  CHECK(a.hints.places.at("exclude.1").column == 71);
  const Source& b = config.sources[1];
  CHECK(b.id == "b");
  CHECK(b.title == "b");
  CHECK(b.path == "b.html");
  CHECK(b.hints.select.entry == "//dt");
  CHECK(b.hints.select.key == "strong");
  CHECK(b.hints.select.names == std::vector<std::string>{"code[1]", "code[2]"});
  CHECK(b.hints.select.description == "following-sibling::dd[1]");
  CHECK(config.sources[2].hints.pattern == "^(?P<key>\\d+) (?P<name>.+)$");
  const Settings& settings = config.settings;
  CHECK(settings.fail_on == LevelSetting::off);
  CHECK(settings.profile == "docs/http.json");
  REQUIRE(settings.rules.size() == 2);
  CHECK(settings.rules[1].rule == "missing-entry");
  CHECK(settings.rules[1].level == LevelSetting::error);
  REQUIRE(settings.overrides.size() == 1);
  CHECK(settings.overrides[0].sources == std::vector<std::string>{"a"});
  CHECK(settings.overrides[0].keys == std::vector<std::string>{"4xx"});
  CHECK(settings.overrides[0].rules[0].level == LevelSetting::note);
}

TEST_CASE("config: what is no JSON is told with its place and what was expected") {
  CHECK(errors_of("{\"sources\": [\n  {\"path\": \"a.txt\",}\n]}") ==
        "doccord.json:2:20: error: is not valid JSON: unexpected '}'; expected string literal\n");
  CHECK(errors_of("") ==
        "doccord.json:1:1: error: is not valid JSON: unexpected end of input; "
        "expected '[', '{', or a literal\n");
  CHECK(errors_of("{\"sources\": [\xFF]}") == "doccord.json: error: is not UTF-8\n");
  CHECK(errors_of("{\"failOn\": \"note\",\n \"failOn\": \"never\"}") ==
        "doccord.json:2:2: error: `failOn` stands twice here\n");
  CHECK(errors_of("{\"sources\": " + std::string(40, '[') + std::string(40, ']') + "}") ==
        "doccord.json:1:44: error: is nested too deeply\n");
  CHECK(errors_of("[]") == "doccord.json:1:1: error: expected an object\n");
}

TEST_CASE("config: places are those of the key or value itself, behind anything") {
  CHECK(errors_of("{\n  \"source\": []}") ==
        "doccord.json:2:3: error: unknown key `source`; did you mean `sources`?\n");
  CHECK(source_with(R"x("title": "titel", "titel": "A")x") ==
        "doccord.json:1:50: error: unknown key `titel`; did you mean `title`?\n");
  CHECK(source_with("\"title\": \"\u00E4\\u00e4\\\"\", /* , : \"id\" */ \"id\" // x\n : 3") ==
        "doccord.json:2:4: error: expected `id` to be a string\n");
  CHECK(source_with("\"id\": 30/* */,\n\"title\": 1.5e3 ,\"date\":-7") ==
        "doccord.json:1:38: error: expected `id` to be a string\n"
        "doccord.json:2:10: error: expected `title` to be a string\n"
        "doccord.json:2:24: error: expected `date` to be a string\n");
}

TEST_CASE("config: every mistake in it is told") {
  CHECK(errors_of("{\"sources\": []}") ==
        "doccord.json:1:13: error: expected `sources`, a list of documents\n");
  CHECK(errors_of("{}") == "doccord.json:1:1: error: expected `sources`, a list of documents\n");
  CHECK(errors_of(R"x({"sources": [{"title": "A"}, 3]})x") ==
        "doccord.json:1:30: error: expected an object\n");
  CHECK(errors_of(R"x({"sources": [{"title": "A"}]})x") ==
        "doccord.json:1:14: error: expected each source to have a `path`\n");
  CHECK(errors_of(R"x({"sources": [{"id": "x", "path": "x"}, {"id": "x", "path": "b"}]})x") ==
        "doccord.json:1:47: error: two sources have the id `x`\n");
  CHECK(errors_of(R"x({"sources": [{"path": "a b.txt"}, {"id": "..", "path": "b"}]})x") ==
        "doccord.json:1:42: error: the id `..` has other characters than letters, digits, `.`, "
        "`_` and `-`\n");
  CHECK(errors_of(R"x({"sources": [{"path": "a b.txt"}]})x") ==
        "doccord.json:1:23: error: the file name gives no id, since `a b` has other characters "
        "than letters, digits, `.`, `_` and `-`; give the source an `id`\n");
  CHECK(errors_of(R"x({"sources": [{"path": "a"}], "overrides": [{"sources": ["b"]}]})x") ==
        "doccord.json:1:57: error: no source has the id `b`; did you mean `a`?\n");
  CHECK(errors_of(R"x({"sources": [{"path": "a"}], "failOn": "warn",
 "rules": {"DC110": "off", "missing-entry": "of", "DC999999": 3}})x") ==
        "doccord.json:1:40: error: unknown level `warn`; there are error, warning, note, never\n"
        "doccord.json:2:12: error: no rule `DC110`; did you mean `DC101`?\n"
        "doccord.json:2:45: error: unknown level `of`; did you mean `off`?\n"
        "doccord.json:2:51: error: no rule `DC999999`; `doccord explain` lists them\n"
        "doccord.json:2:63: error: expected `DC999999` to be a string\n");
}

TEST_CASE("config: values that nobody knows and expressions that are none are told") {
  CHECK(source_with(R"x("format": "word")x") ==
        "doccord.json:1:42: error: unknown format `word`; there are html, markdown, text, xml, "
        "csv, json, yaml, source\n");
  CHECK(source_with(R"x("shape": "tabel")x") ==
        "doccord.json:1:41: error: unknown shape `tabel`; did you mean `table`?\n");
  CHECK(source_with(R"x("date": "31.5.2018")x") ==
        "doccord.json:1:40: error: `31.5.2018` is not a date such as 1997 or 2018-05-31\n");
  CHECK(source_with(R"x("date": "2018-13")x") ==
        "doccord.json:1:40: error: `2018-13` is not a date such as 1997 or 2018-05-31\n");
  CHECK(source_with(R"x("scope": "4xx")x") ==
        "doccord.json:1:41: error: expected `scope` to be a list\n");
  CHECK(source_with(R"x("scope": ["4xx", ""])x") == "doccord.json:1:49: error: `scope` is empty\n");
  CHECK(source_with(R"x("authority": "yes")x") ==
        "doccord.json:1:45: error: expected `authority` to be true or false\n");
  CHECK(source_with(R"x("pattern": "(\\d+")x") ==
        "doccord.json:1:43: error: `pattern` is not a regular expression: missing ): (\\d+\n");
  CHECK(source_with(R"x("pattern": "(?<key>\\d+)")x") ==
        "doccord.json:1:43: error: `pattern` is not a regular expression: invalid perl operator: "
        "(?<; a named group is written (?P<name>...)\n");
  CHECK(source_with(R"x("pattern": "\\d+")x") ==
        "doccord.json:1:43: error: `pattern` has no group for the key, as in (?P<key>[0-9]+)\n");
  CHECK(source_with(R"x("pattern": ")x" + std::string(5000, 'a') + "\"") ==
        "doccord.json:1:43: error: `pattern` exceeds the limit of 4096 bytes a pattern\n");
  CHECK(source_with(R"x("select": {"entry": "//dt[", "key": "."})x") ==
        "doccord.json:1:52: error: `entry` is not XPath: Unrecognized node test behind its first 5 "
        "bytes\n");
  CHECK(source_with(R"x("select": {"entry": "count(//dt)", "names": []})x") ==
        "doccord.json:1:52: error: `entry` is an expression that gives no nodes\n");
  CHECK(source_with(R"x("select": {"names": []})x") ==
        "doccord.json:1:42: error: `select` needs `entry`\n"
        "doccord.json:1:42: error: `select` needs `key`\n");
  CHECK(source_with(R"x("shape": "table", "pattern": "(?P<key>.)")x") ==
        "doccord.json:1:61: error: a source has either `shape` or `pattern`: each finds all "
        "entries\n");
  CHECK(source_with(R"x("aliases": {"404": "x"})x") ==
        "doccord.json:1:51: error: expected `404` to be a list\n");
}

TEST_CASE("config: it builds upon others, and what is more relevant counts more") {
  const TemporaryDirectory directory;
  const fs::path top = directory.path();
  write(top / "base/base.json", R"x({"failOn": "error", "profile": "http",
    "rules": {"DC101": "off"},
    "sources": [{"id": "a", "path": "a.txt", "title": "Base A", "key": {"prefix": "E-"}},
                {"path": "b.txt"}]})x");
  write(top / "doccord.json", R"x({"extends": ["base/base.json"], "failOn": "note",
    "rules": {"missing-entry": "error"},
    "sources": [{"path": "c.txt"}, {"id": "a", "title": "A", "key": {"pattern": "[0-9]+"}}]})x");
  const Config config = config_at(top / "doccord.json");
  REQUIRE(config.sources.size() == 3);
  CHECK(config.sources[0].path == (top / "base/a.txt").string());
  CHECK(config.sources[0].title == "A");
  CHECK(config.sources[0].hints.key_prefix == "E-");
  CHECK(config.sources[0].hints.key_pattern == "[0-9]+");
  CHECK(config.sources[1].id == "b");
  CHECK(config.sources[2].path == (top / "c.txt").string());
  CHECK(config.settings.fail_on == LevelSetting::note);
  CHECK(config.settings.profile == "http");
  CHECK(level_for(config.settings, {"DC101", "missing-entry", {}, {}}) == LevelSetting::error);
}

TEST_CASE("config: what it builds upon must be there and must not lead back") {
  const TemporaryDirectory directory;
  const WorkingDirectory inside(directory.path());
  write(directory.path() / "a.json", R"x({"extends": ["b.json"]})x");
  write(directory.path() / "b.json", R"x({"extends": ["./a.json"]})x");
  write(directory.path() / "bad.json", R"x({"failOn": 3})x");
  CHECK(errors_of(R"x({"extends": ["a.json"], "sources": [{"path": "x"}]})x") ==
        "b.json:1:14: error: extends itself\n");
  CHECK(errors_of(R"x({"extends": ["none.json", "bad.json"]})x") ==
        "doccord.json:1:14: error: `none.json`: cannot read: No such file or directory\n"
        "bad.json:1:12: error: expected `failOn` to be a string\n");
}

TEST_CASE("config: the README documents every key as the reader has it") {
  CHECK(read_project_file("README.md").find(config_documentation()) != std::string::npos);
}

}  // namespace doccord::test
