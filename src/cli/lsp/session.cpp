// The messages in order: what is a request, what a notification, and what answers them.

#include "cli/lsp/session.h"

#include <array>
#include <string_view>
#include <utility>

#include "cli/lsp/diagnostics.h"
#include "cli/lsp/wire.h"
#include "text/terminal.h"

namespace doccord::lsp {
namespace {

constexpr int kErrorMessage = 1;
constexpr int kWarningMessage = 2;

tl::unexpected<RequestFailure> failure(FailureCode code, std::string message) {
  return tl::unexpected(RequestFailure{code, std::move(message)});
}

bool is_id(const Json& id) { return id.is_string() || id.is_number_integer(); }

std::string lines_of(const std::vector<Error>& errors) {
  constexpr std::size_t kMost = 5;
  std::string text;
  for (std::size_t i = 0; i < errors.size() && i < kMost; ++i) {
    text += (i > 0 ? "\n" : "") + terminal_safe(to_string(errors[i]));
  }
  return errors.size() > kMost ? text + "\n..." : text;
}

}  // namespace

void Session::receive(const std::string& message) {
  // To copy what is nested takes the stack as deep.
  constexpr int kMostDepth = 256;
  bool too_deep = false;
  const auto shallow = [&](int depth, Json::parse_event_t, Json&) {
    too_deep = too_deep || depth > kMostDepth;
    return !too_deep;
  };
  Json json;
  try {
    json = Json::parse(message, shallow);
  } catch (const Json::exception& exception) {
    return respond(nullptr, failure(FailureCode::parse_error, exception.what()));
  }
  if (too_deep) {
    return respond(nullptr, failure(FailureCode::invalid_request, "is nested too deeply"));
  }
  handle(json);
}

// Whether a member is there and of its type is found out by using it: the library tells by
// exceptions.
void Session::handle(const Json& message) {
  const auto id = message.find("id");
  const auto method = message.find("method");
  const bool asks = id != message.end();
  if (!message.is_object() || (asks && !is_id(*id)) ||
      (method != message.end() && !method->is_string())) {
    return respond(nullptr, failure(FailureCode::invalid_request, "not a request of JSON-RPC 2.0"));
  }
  if (method == message.end()) return;  // An answer to what the server asked.
  const Json params = message.value("params", Json::object());
  try {
    if (!asks) return notice(*method, params);
    respond(*id, answer(*method, params));
  } catch (const Json::exception& exception) {
    if (asks) respond(*id, failure(FailureCode::invalid_params, exception.what()));
  }
}

Session::Request Session::find_request(const std::string& method) {
  static constexpr std::array<std::pair<std::string_view, Request>, 7> kRequests{{
      {"initialize", &Session::initialize},
      {"shutdown", &Session::shut_down},
      {"textDocument/hover", &Session::hover},
      {"textDocument/definition", &Session::definition},
      {"textDocument/references", &Session::references},
      {"textDocument/codeAction", &Session::code_action},
      {"workspace/executeCommand", &Session::execute_command},
  }};
  for (const auto& [name, request] : kRequests) {
    if (name == method) return request;
  }
  return nullptr;
}

Session::Notification Session::find_notification(const std::string& method) {
  static constexpr std::array<std::pair<std::string_view, Notification>, 6> kNotifications{{
      {"initialized", &Session::initialized},
      {"textDocument/didOpen", &Session::did_open},
      {"textDocument/didChange", &Session::did_change},
      {"textDocument/didSave", &Session::did_save},
      {"textDocument/didClose", &Session::did_close},
      {"workspace/didChangeWatchedFiles", &Session::files_changed},
  }};
  for (const auto& [name, notification] : kNotifications) {
    if (name == method) return notification;
  }
  return nullptr;
}

Answer Session::answer(const std::string& method, const Json& params) {
  if (state_ == State::shut_down) {
    return failure(FailureCode::invalid_request, "the server was shut down");
  }
  if ((method == "initialize") == running()) {
    return running() ? failure(FailureCode::invalid_request, "the server is initialized already")
                     : failure(FailureCode::not_initialized, "`initialize` comes first");
  }
  const Request request = find_request(method);
  if (request == nullptr) {
    return failure(FailureCode::method_not_found, "no method `" + method + "`");
  }
  return (this->*request)(params);
}

// Unknown ones are passed over, as the protocol wants. So is `$/cancelRequest`: what it is about
// was answered before it was read.
void Session::notice(const std::string& method, const Json& params) {
  if (method == "exit") {
    ended_ = exit_code();
    return;
  }
  const Notification notification = find_notification(method);
  if (running() && notification != nullptr) (this->*notification)(params);
}

void Session::settle() {
  if (!is_unsettled()) return;
  const Snapshot& snapshot = workspace_.snapshot();
  auto by_file = diagnostics_by_file(workspace_, snapshot);
  for (const auto& [uri, before] : published_) by_file.try_emplace(uri, Json::array());
  for (const auto& [uri, diagnostics] : by_file) publish(uri, diagnostics);
  show_errors(snapshot);
}

const Snapshot& Session::settled() {
  settle();
  return workspace_.snapshot();
}

void Session::publish(const std::string& uri, const Json& diagnostics) {
  const auto before = published_.find(uri);
  if (before != published_.end() && before->second == diagnostics) return;
  published_[uri] = diagnostics;
  Json params{{"uri", uri}};
  if (const auto version = workspace_.version_of(uri)) params["version"] = *version;
  params["diagnostics"] = diagnostics;
  send({{"method", "textDocument/publishDiagnostics"}, {"params", std::move(params)}});
}

void Session::show_errors(const Snapshot& snapshot) {
  const bool none = snapshot.results.has_value();
  const std::string text = lines_of(none ? snapshot.results->sources.left_out : snapshot.errors);
  if (text == shown_) return;
  shown_ = text;
  if (text.empty()) return;
  send({{"method", "window/showMessage"},
        {"params", {{"type", none ? kWarningMessage : kErrorMessage}, {"message", text}}}});
}

void Session::respond(const Json& id, const Answer& answer) {
  Json message{{"id", id}};
  if (answer) {
    message["result"] = *answer;
  } else {
    message["error"] = {{"code", static_cast<int>(answer.error().code)},
                        {"message", answer.error().message}};
  }
  send(std::move(message));
}

void Session::send(Json message) {
  message["jsonrpc"] = "2.0";
  write_message(out_, message.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace doccord::lsp
