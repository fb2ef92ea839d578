#include "extract/extract_line.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace doccord::test {
namespace {

SourceSet two_documents() {
  SourceSet set;
  for (const char* id : {"one", "two"}) {
    Source source;
    source.id = id;
    source.title = "Title of \"it\"";
    source.publisher =
        "P\xC3\xA4"
        "blisher";
    source.path = std::string(id) + ".md";
    source.date = "1997";
    source.scope = {"4xx"};
    source.authority = true;
    source.text =
        "| Code | Name | Meaning | Default |\n|---|---|---|---|\n| 404 | Not Found | There is no "
        "such thing. | 1 s |\n| 405 | Not Allowed | It may not be \xE2\x82\xAC done. | 2 s |\n"
        "| 500 | Broken | The server is broken. | |\n";
    set.sources.push_back(std::move(source));
  }
  return set;
}

std::string line_of(const SourceSet& set, std::size_t place) {
  std::vector<Error> errors;
  const auto documents = read_documents(set, errors);
  REQUIRE(errors.empty());
  return write_extract("doccord.json", set.sources[place], documents[place]);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string error_of(const std::string& line) {
  const auto read = read_extract(line);
  return read ? "none" : read.error().message;
}

}  // namespace

TEST_CASE("an extract of what a configuration finds reads as it was written") {
  for (const bool selected : {false, true}) {
    SourceSet set = two_documents();
    ExtractionHints& hints = set.sources[0].hints;
    if (selected) {
      hints.select.entry = "//tr[td]";
      hints.select.key = "td[1]";
      hints.select.names = {"td[2]"};
    } else {
      hints.pattern = "^[|] (?P<key>[0-9]+) [|] (?P<name>[^|]+) [|]";
      set.sources[0].format = Format::text;
    }
    std::vector<Error> errors;
    const auto documents = read_documents(set, errors);
    REQUIRE(errors.empty());
    const auto read = read_extract(write_extract("doccord.json", set.sources[0], documents[0]));
    REQUIRE(read);
    REQUIRE(read->read.proposals.size() == 1);
    CHECK(read->read.proposals[0].shape == (selected ? "select" : "pattern"));
    CHECK(read->read.proposals[0].entries == documents[0].proposals[0].entries);
  }
}

TEST_CASE("an extract reads as it was written") {
  const SourceSet set = two_documents();
  std::vector<Error> errors;
  const auto documents = read_documents(set, errors);
  const std::string line = write_extract("doccord.json", set.sources[0], documents[0]);
  CHECK(line.find('\n') == line.size() - 1);
  const auto read = read_extract(line);
  REQUIRE(read);
  CHECK(read->config_path == "doccord.json");
  CHECK(read->source.text == set.sources[0].text);
  CHECK(read->source.scope == set.sources[0].scope);
  REQUIRE(read->read.proposals.size() == documents[0].proposals.size());
  CHECK(read->read.proposals[0].entries == documents[0].proposals[0].entries);
  CHECK(read->read.proposals[0].suspects == documents[0].proposals[0].suspects);
  CHECK(read->read.proposals[0].coverage == documents[0].proposals[0].coverage);
  CHECK(write_extract(read->config_path, read->source, read->read) == line);
}

TEST_CASE("an extract that was meddled with is refused, with what is wrong") {
  const std::string line = line_of(two_documents(), 0);
  CHECK(error_of("") == "is no line that `doccord extract --format jsonl` writes");
  CHECK(error_of("[]") == "is no line that `doccord extract --format jsonl` writes");
  CHECK(error_of(line.substr(0, line.size() / 2)) ==
        "is no line that `doccord extract --format jsonl` writes");
  CHECK(error_of(replaced(line, "\"version\":1", "\"version\":2")) ==
        "is an extract of another version; make it anew with `doccord extract`");
  CHECK(error_of(replaced(line, "\"key\":\"404\"", "\"key\":\"\"")) ==
        "has an entry without a key");
  CHECK(error_of(replaced(line, "\"key\":\"404\"", "\"key\":404")) ==
        "is no line that `doccord extract --format jsonl` writes");
  CHECK(error_of(replaced(line, "\"span\":[", "\"span\":[99999,")) ==
        "points outside of the document's text");
  CHECK(error_of(replaced(line, "\"span\":[", "\"span\":[-1,")) ==
        "points outside of the document's text");
  CHECK(error_of(replaced(line, "\"shape\":\"table\"", "\"shape\":\"cloud\"")) ==
        "names no layout that there is");
  CHECK(error_of(replaced(line, "\"format\":\"markdown\"", "\"format\":\"tiff\"")) ==
        "names no format that there is");
  CHECK(error_of(replaced(line, "\"pattern\":\"number\"", "\"pattern\":\"roman\"")) ==
        "names no kind of keys that there is");
  // In the middle of a character, or the wrong way round.
  const std::string euro = std::to_string(two_documents().sources[0].text.find("\xE2\x82\xAC") + 1);
  for (const std::string& span :
       {euro + "," + euro, "0," + euro, std::string("5,4"), std::string("0,99999")}) {
    const std::size_t at = line.find("\"span\":[") + 8;
    CHECK(error_of(line.substr(0, at) + span + line.substr(line.find(']', at))) ==
          "points outside of the document's text");
  }
  CHECK(error_of(replaced(line, "\"id\":\"one\"", "\"id\":\"\"")) == "has an empty `id`");
  for (const char* files : {"[{\"path\":\"x\",\"begin\":1,\"byteOrderMark\":0}]",
                            "[{\"path\":\"x\",\"begin\":0,\"byteOrderMark\":0},"
                            "{\"path\":\"y\",\"begin\":0,\"byteOrderMark\":0}]",
                            "[{\"path\":\"x\",\"begin\":0,\"byteOrderMark\":0},"
                            "{\"path\":\"y\",\"begin\":99999,\"byteOrderMark\":0}]"}) {
    CHECK(error_of(replaced(line, "\"files\":[]", std::string("\"files\":") + files)) ==
          "points outside of the document's text");
  }
}

TEST_CASE("an extract without anything in a reading is refused") {
  nlohmann::json json = nlohmann::json::parse(line_of(two_documents(), 0));
  json["readings"][0]["entries"] = nlohmann::json::array();
  CHECK(error_of(json.dump()) == "has a reading without entries");
}

TEST_CASE("an extract of several files and with suspects reads as it was written") {
  const std::string line = line_of(two_documents(), 0);
  nlohmann::json json = nlohmann::json::parse(line);
  json["source"]["files"] = {{{"path", "x"}, {"begin", 0}, {"byteOrderMark", 3}},
                             {{"path", "y"}, {"begin", 9}, {"byteOrderMark", 0}}};
  json["readings"][0]["suspects"] = {{{"span", {1, 2}}, {"key", "9"}, {"reason", "why"}}};
  const auto read = read_extract(json.dump());
  REQUIRE(read);
  REQUIRE(read->source.files.size() == 2);
  CHECK(read->source.files[1].path == "y");
  CHECK(read->read.proposals[0].suspects.back().reason == "why");
  const std::string written = write_extract(read->config_path, read->source, read->read);
  CHECK(nlohmann::json::parse(written) == json);
}

}  // namespace doccord::test
