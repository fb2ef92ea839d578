#include "cli/preview_server.h"

#include <httplib.h>

#include <array>
#include <mutex>
#include <string_view>
#include <thread>
#include <utility>

namespace doccord {
namespace {

constexpr const char* kLoopback = "127.0.0.1";
constexpr std::string_view kVersionPath = "/.doccord/version";
constexpr std::string_view kScriptPath = "/.doccord/reload.js";

// Asks now and then which site is shown, and reloads the page when that is another one.
constexpr std::string_view kReloadScript = R"js("use strict";
(() => {
  let shown = null;
  const ask = async () => {
    try {
      const version = await (await fetch("/.doccord/version", { cache: "no-store" })).text();
      if (shown !== null && version !== shown) location.reload();
      shown = version;
    } catch {
      // Nobody answers; the server may come back.
    }
    setTimeout(ask, 700);
  };
  ask();
})();
)js";

std::string_view type_of(std::string_view path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kTypes{{
      {".html", "text/html; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".svg", "image/svg+xml"},
      {".json", "application/json"},
      {".csv", "text/csv; charset=utf-8"},
      {".xml", "application/xml"},
      {".txt", "text/plain; charset=utf-8"},
  }};
  for (const auto& [ending, type] : kTypes) {
    if (path.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

// Adds the script that reloads, and lets it ask this server.
std::string with_reload(std::string html) {
  constexpr std::string_view kPolicy = "script-src 'self';";
  constexpr std::string_view kHeadEnd = "</head>";
  if (const std::size_t at = html.find(kPolicy); at != std::string::npos) {
    html.insert(at + kPolicy.size(), " connect-src 'self';");
  }
  if (const std::size_t at = html.find(kHeadEnd); at != std::string::npos) {
    html.insert(at, "<script src=\"" + std::string(kScriptPath) + "\" defer></script>\n");
  }
  return html;
}

}  // namespace

struct PreviewServer::State {
  httplib::Server server;
  std::thread thread;
  int port = 0;
  std::mutex mutex;  // Of what follows.
  std::shared_ptr<const Site> site = std::make_shared<Site>();
  std::size_t version = 0;

  void answer(const httplib::Request& request, httplib::Response& response);
  bool is_local(const httplib::Request& request) const;
};

bool PreviewServer::State::is_local(const httplib::Request& request) const {
  const std::string host = request.get_header_value("Host");
  const std::string suffix = ":" + std::to_string(port);
  return host == kLoopback + suffix || host == "localhost" + suffix;
}

void PreviewServer::State::answer(const httplib::Request& request, httplib::Response& response) {
  response.set_header("Cache-Control", "no-store");
  response.set_header("X-Content-Type-Options", "nosniff");
  if (!is_local(request)) {
    response.status = 403;
    response.set_content("This preview is for this machine only.\n", "text/plain");
    return;
  }
  std::shared_ptr<const Site> shown;
  std::size_t number = 0;
  {
    const std::scoped_lock lock(mutex);
    shown = site;
    number = version;
  }
  if (request.path == kVersionPath) {
    response.set_content(std::to_string(number), "text/plain");
    return;
  }
  if (request.path == kScriptPath) {
    response.set_content(std::string(kReloadScript), "text/javascript; charset=utf-8");
    return;
  }
  std::string path = request.path.substr(1);
  if (path.empty() || path.ends_with('/')) path += "index.html";
  auto found = shown->files.find(path);
  if (found == shown->files.end()) {
    response.status = 404;
    found = shown->files.find("404.html");
    if (found == shown->files.end()) return;
  }
  const std::string type(type_of(found->first));
  const bool page = found->first.ends_with(".html");
  response.set_content(page ? with_reload(found->second) : found->second, type.c_str());
}

PreviewServer::PreviewServer(std::unique_ptr<State> state) : state_(std::move(state)) {}
PreviewServer::PreviewServer(PreviewServer&&) noexcept = default;
PreviewServer& PreviewServer::operator=(PreviewServer&&) noexcept = default;

PreviewServer::~PreviewServer() {
  if (!state_ || !state_->thread.joinable()) return;
  state_->server.stop();
  state_->thread.join();
}

Result<PreviewServer> PreviewServer::start(std::uint16_t port) {
  auto state = std::make_unique<State>();
  State* const shared = state.get();
  state->server.Get(".*", [shared](const httplib::Request& request, httplib::Response& response) {
    shared->answer(request, response);
  });
  // The library would let two servers share a port.
  state->server.set_socket_options([](socket_t) {});
  const bool bound = port == 0 ? (state->port = state->server.bind_to_any_port(kLoopback)) > 0
                               : state->server.bind_to_port(kLoopback, state->port = port);
  if (!bound) {
    return tl::unexpected(Error{"", 0, 0,
                                "cannot listen on port " + std::to_string(port) +
                                    "; another program may; --port takes another, or 0 for any"});
  }
  state->thread = std::thread([shared] { shared->server.listen_after_bind(); });
  while (!state->server.is_running()) std::this_thread::yield();
  return PreviewServer(std::move(state));
}

std::string PreviewServer::address() const {
  return std::string("http://") + kLoopback + ":" + std::to_string(state_->port) + "/";
}

void PreviewServer::show(Site site) {
  const std::scoped_lock lock(state_->mutex);
  state_->site = std::make_shared<const Site>(std::move(site));
  ++state_->version;
}

}  // namespace doccord
