// What each message of the editor does. Members that a message lacks throw, which Session::handle
// answers.

#include <cstdint>
#include <filesystem>
#include <set>
#include <utility>

#include "accept/acceptance_file.h"
#include "cli/lsp/code_actions.h"
#include "cli/lsp/entries.h"
#include "cli/lsp/locations.h"
#include "cli/lsp/session.h"
#include "cli/lsp/uri.h"
#include "text/whitespace.h"

namespace doccord::lsp {
namespace {

constexpr int kWholeTexts = 1;  // How changes come: each is the whole text.

Json capabilities() {
  return {{"positionEncoding", "utf-16"},
          {"textDocumentSync",
           {{"openClose", true}, {"change", kWholeTexts}, {"save", {{"includeText", false}}}}},
          {"hoverProvider", true},
          {"definitionProvider", true},
          {"referencesProvider", true},
          {"codeActionProvider", {{"codeActionKinds", Json::array({"quickfix"})}}},
          {"executeCommandProvider", {{"commands", Json::array({kAcceptCommand})}}}};
}

void add_root(std::vector<std::string>& roots, const Json& uri) {
  if (!uri.is_string()) return;
  if (auto path = path_of_uri(uri.get<std::string>())) roots.push_back(std::move(*path));
}

// The folders of the workspace; without any, where the server was started.
std::vector<std::string> roots_of(const Json& params) {
  std::vector<std::string> roots;
  if (const auto folders = params.find("workspaceFolders");
      folders != params.end() && folders->is_array()) {
    for (const Json& folder : *folders) add_root(roots, folder.at("uri"));
  }
  if (roots.empty()) add_root(roots, params.value("rootUri", Json()));
  std::error_code ignored;
  if (roots.empty()) roots.push_back(std::filesystem::current_path(ignored).string());
  return roots;
}

std::string uri_of(const Json& params) {
  return params.at("textDocument").at("uri").get<std::string>();
}

std::optional<std::int64_t> version_in(const Json& document) {
  const auto version = document.find("version");
  if (version == document.end() || !version->is_number_integer()) return std::nullopt;
  return version->get<std::int64_t>();
}

}  // namespace

Answer Session::initialize(const Json& params) {
  workspace_.set_roots(roots_of(params));
  can_watch_ = params.value(
      Json::json_pointer("/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration"),
      false);
  state_ = State::initialized;
  return Json{{"capabilities", capabilities()},
              {"serverInfo", {{"name", "doccord"}, {"version", DOCCORD_VERSION}}}};
}

void Session::initialized(const Json&) {
  settle();
  if (can_watch_) watch_files();
}

// Asks to be told when files change that are not open.
void Session::watch_files() {
  std::set<std::string> names{"doccord.json", std::string(kAcceptanceFileName)};
  for (const FileView& file : workspace_.snapshot().files) {
    const std::string name = std::filesystem::path(file.path).filename().string();
    // In a pattern these mean something else.
    if (name.find_first_of("*?{}[]") == std::string::npos) names.insert(name);
  }
  Json watchers = Json::array();
  for (const std::string& name : names) watchers.push_back({{"globPattern", "**/" + name}});
  const Json registration{{"id", "files"},
                          {"method", "workspace/didChangeWatchedFiles"},
                          {"registerOptions", {{"watchers", std::move(watchers)}}}};
  send({{"id", "register-files"},
        {"method", "client/registerCapability"},
        {"params", {{"registrations", Json::array({registration})}}}});
}

Answer Session::shut_down(const Json&) {
  state_ = State::shut_down;
  return Json();
}

void Session::did_open(const Json& params) {
  const Json& document = params.at("textDocument");
  workspace_.put(uri_of(params), document.at("text").get<std::string>(), version_in(document));
}

void Session::did_change(const Json& params) {
  const Json& changes = params.at("contentChanges");
  if (changes.empty()) return;
  workspace_.put(uri_of(params), changes.back().at("text").get<std::string>(),
                 version_in(params.at("textDocument")));
}

void Session::did_save(const Json&) { workspace_.mark_stale(); }

void Session::did_close(const Json& params) { workspace_.close(uri_of(params)); }

void Session::files_changed(const Json&) { workspace_.mark_stale(); }

std::optional<EntryAt> Session::entry_of(const Json& params) {
  const Snapshot& snapshot = settled();
  const EditorPosition position = position_from(params.at("position"));
  return entry_at(snapshot, workspace_.places_at(uri_of(params), position));
}

Answer Session::hover(const Json& params) {
  const auto entry = entry_of(params);
  return entry ? hover_json(workspace_.snapshot(), *entry) : Json();
}

Answer Session::definition(const Json& params) {
  const auto entry = entry_of(params);
  return entry ? entry_locations(workspace_.snapshot(), *entry, Itself::left_out) : Json();
}

Answer Session::references(const Json& params) {
  const auto entry = entry_of(params);
  const bool all = params.at("context").at("includeDeclaration").get<bool>();
  if (!entry) return Json();
  return entry_locations(workspace_.snapshot(), *entry, all ? Itself::included : Itself::left_out);
}

Answer Session::code_action(const Json& params) {
  const Snapshot& snapshot = settled();
  const Json& range = params.at("range");
  const auto from = workspace_.places_at(uri_of(params), position_from(range.at("start")));
  const auto to = workspace_.places_at(uri_of(params), position_from(range.at("end")));
  return code_actions(snapshot, from, to, params.at("context"));
}

Answer Session::execute_command(const Json& params) {
  const auto invalid = [](std::string message) {
    return tl::unexpected(RequestFailure{FailureCode::invalid_params, std::move(message)});
  };
  if (params.at("command") != kAcceptCommand) return invalid("no such command");
  const Json& given = params.at("arguments").at(0);
  AcceptOptions decision;
  decision.ids = {given.at("id").get<std::string>()};
  decision.reason = given.value("reason", "");
  if (is_blank(decision.reason)) {
    return invalid("why it may stand is missing: " + std::string(kAcceptCommand) +
                   " takes {\"id\": ..., \"reason\": ...}");
  }
  const auto accepted = workspace_.accept(decision);
  if (!accepted) {
    std::string text;
    for (const Error& error : accepted.error()) text += to_string(error) + "\n";
    return tl::unexpected(RequestFailure{FailureCode::request_failed, std::string(trim(text))});
  }
  settle();
  return Json(std::string(trim(*accepted)));
}

}  // namespace doccord::lsp
