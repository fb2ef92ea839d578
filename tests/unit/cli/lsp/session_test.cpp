#include "cli/lsp/session.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "cli/lsp/uri.h"
#include "cli/lsp/wire.h"
#include "support/temporary_directory.h"

namespace doccord::lsp {
namespace {

namespace fs = std::filesystem;

// An editor with one directory, which says what it is told and keeps what it is answered.
class Talk {
 public:
  explicit Talk(bool initialized = true) : session_(options(), out_) {
    if (!initialized) return;
    ask("initialize", {{"rootUri", uri_of_path(directory_.path().string())}});
    tell("initialized", Json::object());
  }

  void write(const std::string& name, const std::string& text) {
    fs::create_directories((directory_.path() / name).parent_path());
    std::ofstream(directory_.path() / name, std::ios::binary) << text;
  }
  std::string read(const std::string& name) const {
    std::ostringstream text;
    text << std::ifstream(directory_.path() / name, std::ios::binary).rdbuf();
    return text.str();
  }
  std::string uri(const std::string& name) const {
    return uri_of_path((directory_.path() / name).string());
  }

  Json ask(const std::string& method, const Json& params) {
    for (const Json& each : say({{"id", 7}, {"method", method}, {"params", params}})) {
      if (!each.contains("id")) continue;
      return each.contains("result") ? each["result"] : each["error"]["code"];
    }
    return "no answer";
  }
  std::vector<Json> tell(const std::string& method, const Json& params) {
    return say({{"method", method}, {"params", params}});
  }
  std::vector<Json> say(const Json& message) { return say(message.dump()); }
  // Everything that was answered, once nothing more is to be told.
  std::vector<Json> say(const std::string& message) {
    out_.str("");
    session_.receive(message);
    session_.settle();
    std::istringstream in(out_.str());
    std::vector<Json> said;
    for (auto each = read_message(in); each && *each; each = read_message(in)) {
      said.push_back(Json::parse(**each));
    }
    return said;
  }
  std::vector<Json> open(const std::string& name, const std::string& text) {
    return tell("textDocument/didOpen", {{"textDocument", {{"uri", uri(name)}, {"text", text}}}});
  }
  Json at(const std::string& name, std::size_t line, std::size_t character) const {
    return {{"textDocument", {{"uri", uri(name)}}},
            {"position", {{"line", line}, {"character", character}}}};
  }
  Json actions(const std::string& name, std::size_t line, std::size_t character = 4) {
    const Json place{{"line", line}, {"character", character}};
    return ask("textDocument/codeAction", {{"textDocument", {{"uri", uri(name)}}},
                                           {"range", {{"start", place}, {"end", place}}},
                                           {"context", {{"diagnostics", Json::array()}}}});
  }
  const Session& session() const { return session_; }

 private:
  static Options options() {
    Options options;
    options.gate.today = "2025-01-01";
    return options;
  }

  test::TemporaryDirectory directory_;
  std::ostringstream out_;
  Session session_;
};

// What is published for the file in these messages: "code line:character-line:character", a line
// each.
std::string published(const std::vector<Json>& said, const std::string& uri) {
  std::string text = "nothing";
  const auto place = [](const Json& json) {
    return json["line"].dump() + ":" + json["character"].dump();
  };
  for (const Json& each : said) {
    if (each.value("method", "") != "textDocument/publishDiagnostics") continue;
    if (each["params"]["uri"] != uri) continue;
    text.clear();
    for (const Json& one : each["params"]["diagnostics"]) {
      text += one.value("code", "error") + " " + place(one["range"]["start"]) + "-" +
              place(one["range"]["end"]) + "\n";
    }
  }
  return text;
}

constexpr const char* kConfig = R"({"sources": [{"path": "old.md"}, {"path": "new.md"}]})";
const std::string kOld =
    "# Codes\n\n- 10 Red: Stop here at once, please.\n- 20 Green: Go on as you "
    "like it.\n- 30 Blue: Wait for the next signal.\n";

std::string replaced(std::string text, const std::string& old, const std::string& by) {
  return text.replace(text.find(old), old.size(), by);
}

void write_project(Talk& talk) {
  talk.write("doccord.json", kConfig);
  talk.write("old.md", kOld);
  talk.write("new.md", kOld);
  talk.tell("workspace/didChangeWatchedFiles", {{"changes", Json::array()}});
}

TEST_CASE("session: what is typed is compared, told in UTF-16, and cleared when it is mended") {
  Talk talk;
  write_project(talk);
  const std::string uri = talk.uri("new.md");
  CHECK(published(talk.open("new.md", kOld), uri) == "nothing");
  const auto said = talk.open("new.md", replaced(kOld, "next signal", "next 𝄞 signals"));
  CHECK(published(said, uri) == "DC302 4:29-4:39\n");
  CHECK(published(said, talk.uri("old.md")) == "nothing");  // Told before, and no other now.
  CHECK(published(talk.tell("textDocument/didClose", {{"textDocument", {{"uri", uri}}}}), uri) ==
        "");
}

TEST_CASE("session: entries lead to one another") {
  Talk talk;
  write_project(talk);
  const Json found = talk.ask("textDocument/definition", talk.at("new.md", 3, 5));
  REQUIRE(found.size() == 1);
  CHECK(found[0]["uri"] == talk.uri("old.md"));
  CHECK(found[0]["range"]["start"]["line"] == 3);
  CHECK(talk.ask("textDocument/hover", talk.at("new.md", 3, 5))["contents"]["value"] ==
        "### `20`\n\n**old**: `Green` (the same text)\n> — Go on as you like it.");
  CHECK(talk.ask("textDocument/hover", talk.at("new.md", 0, 2)) == nullptr);
  CHECK(talk.ask("textDocument/hover", talk.at("none.md", 0, 2)) == nullptr);
}

TEST_CASE("session: a wording is offered only where it stands as plain text and would again") {
  Talk talk;
  write_project(talk);
  talk.open("old.md", replaced(kOld, "you like it", "*you* like it"));
  const auto titles = [&](const std::string& name, std::size_t line) {
    std::vector<std::string> all;
    for (const Json& each : talk.actions(name, line)) {
      if (each.contains("edit")) all.push_back(each["title"]);
    }
    return all;
  };
  CHECK(titles("new.md", 3).empty());  // The texts are the same.
  talk.open("new.md", replaced(kOld, "Go on as you", "Go off as you"));
  CHECK(titles("new.md", 3) == std::vector<std::string>{"Use the wording of `old`"});
  CHECK(titles("old.md", 3).empty());  // It has markup inside.
  talk.open("new.md", replaced(kOld, "Go on as you", "Go off as \\<you\\>"));
  CHECK(titles("old.md", 3).empty());
  talk.open("old.md", kOld);
  CHECK(titles("old.md", 3).empty());  // What would be put there is markup.
}

TEST_CASE("session: a discrepancy is accepted with a reason, beside the configuration") {
  Talk talk;
  write_project(talk);
  talk.open("new.md", replaced(kOld, "next signal", "last signal"));
  const Json actions = talk.actions("new.md", 4, 25);
  const auto accept = std::find_if(actions.begin(), actions.end(),
                                   [](const Json& each) { return each.contains("command"); });
  REQUIRE(accept != actions.end());
  Json given = (*accept)["command"]["arguments"];
  const auto execute = [&] {
    return talk.ask("workspace/executeCommand",
                    {{"command", "doccord.accept"}, {"arguments", given}});
  };
  CHECK(execute() == -32602);
  CHECK(talk.read("doccord-accepted.jsonl") == "");
  given[0]["reason"] = "it is the last one";
  CHECK(execute().is_string());
  CHECK(talk.read("doccord-accepted.jsonl").find("\"reason\":\"it is the last one\"") !=
        std::string::npos);
  CHECK(talk.actions("new.md", 4, 25).size() == 1);  // The wording may be taken all the same.
}

TEST_CASE("session: what keeps it from reading is shown once, and where it is") {
  Talk talk;
  write_project(talk);
  const std::string bad = replaced(kConfig, "\"path\": \"new.md\"", "\"𝄞\": 1");
  auto said = talk.open("doccord.json", bad);
  CHECK(published(said, talk.uri("doccord.json")).starts_with("error 0:"));
  CHECK(said.back()["method"] == "window/showMessage");
  said = talk.open("doccord.json", bad);
  CHECK(said.empty());
  said = talk.open("doccord.json", kConfig);
  CHECK(published(said, talk.uri("doccord.json")) == "");
  said = talk.open("new.md", "nothing that could be read\n");
  CHECK(published(said, talk.uri("new.md")) == "error 0:0-0:0\n");
  CHECK(said.back()["method"] == "window/showMessage");
}

TEST_CASE("session: a configuration below the workspace is that of the document that is open") {
  Talk talk;
  CHECK(talk.open("read.me", "x").empty());  // There is none, which was said already.
  talk.write("docs/doccord.json", kConfig);
  talk.write("docs/old.md", kOld);
  talk.write("docs/new.md", kOld);
  const auto said = talk.open("docs/new.md", replaced(kOld, "20 Green", "20 Yellow"));
  CHECK(published(said, talk.uri("docs/new.md")).find("DC201") == std::string::npos);
  CHECK(published(said, talk.uri("docs/old.md")).find("DC201") != std::string::npos);
}

TEST_CASE("session: each file of a directory has lines of its own") {
  Talk talk;
  talk.write("doccord.json", R"({"sources": [{"path": "pages"}, {"path": "old.md"}]})");
  talk.write("old.md", kOld);
  talk.write("pages/a.md", "# 10 Red\n\nStop here at once, please.\n");
  talk.write("pages/b.md", "# 20 Green\n\nGo on as you like it.\n");
  talk.write("pages/c.md", "# 30 Blue\n\nWait for the next signal.\n");
  const auto said = talk.open("pages/c.md", "# 30 Blue\n\nWait for the the next signal.\n");
  CHECK(published(said, talk.uri("pages/a.md")) == "");
  CHECK(published(said, talk.uri("pages/c.md")) == "DC304 2:13-2:16\n");
  const Json found = talk.ask("textDocument/definition", talk.at("old.md", 3, 5));
  REQUIRE(found.size() == 1);
  CHECK(found[0]["uri"] == talk.uri("pages/b.md"));
  CHECK(found[0]["range"]["start"]["line"] == 0);
}

TEST_CASE("session: what is no request, unknown or out of turn is answered as the protocol wants") {
  Talk talk(false);
  const auto code = [&](const std::string& message) {
    const auto said = talk.say(message);
    return said.empty() ? 0 : said.front().value(Json::json_pointer("/error/code"), 0);
  };
  CHECK(code("{") == -32700);
  CHECK(code("[]") == -32600);
  CHECK(code(R"({"id": [], "method": "x"})") == -32600);
  CHECK(code(R"({"id": 1, "method": 2})") == -32600);
  CHECK(code(R"({"id": 1, "method": "textDocument/hover"})") == -32002);
  CHECK(code(R"({"id": 1, "method": "initialize", "params": 5})") == -32602);
  CHECK(code(R"({"id": 1, "method": "initialize", "params": {"workspaceFolders": [7]}})") ==
        -32602);
  CHECK(code(R"({"id": 1, "method": "initialize", "params": {}})") == 0);
  CHECK(code(R"({"id": 1, "method": "textDocument/hover"})") == -32602);
  CHECK(code(R"({"id": "a", "method": "no/such"})") == -32601);
  CHECK(code(R"({"method": "no/such"})") == 0);
  CHECK(code(R"({"method": "$/cancelRequest", "params": {"id": 1}})") == 0);
  CHECK(code(R"({"id": 1, "result": null})") == 0);
  CHECK(talk.session().exit_code() == ExitCode::discrepancies);
  CHECK(code(R"({"id": 1, "method": "shutdown"})") == 0);
  CHECK(code(R"({"id": 1, "method": "textDocument/hover"})") == -32600);
  CHECK(!talk.session().ended());
  CHECK(code(R"({"method": "exit"})") == 0);
  CHECK(talk.session().ended() == ExitCode::ok);
}

TEST_CASE("session: a message nested without end is refused, and the next one is answered") {
  Talk talk;
  for (const std::size_t depth : {std::size_t{200}, std::size_t{300'000}}) {
    std::string open;
    for (std::size_t i = 0; i < depth; ++i) open += R"({"a":)";
    const auto said = talk.say(R"({"id": 1, "method": "no/such", "params": )" + open + "1" +
                               std::string(depth, '}') + "}");
    REQUIRE(said.size() == 1);
    CHECK(said[0]["error"]["code"] == (depth == 200 ? -32601 : -32600));
  }
  CHECK(talk.ask("no/such", Json::object()) == -32601);
}

}  // namespace
}  // namespace doccord::lsp
