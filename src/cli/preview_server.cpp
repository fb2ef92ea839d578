#include "cli/preview_server.h"

#include <event2/buffer.h>
#include <event2/event.h>
#include <event2/http.h>
#include <event2/keyvalq_struct.h>
#include <event2/listener.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>

#include "base/file_handle.h"

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

struct Response {
  int status = HTTP_OK;
  std::string type = "text/plain; charset=utf-8";
  std::string content;
};

std::string_view reason_of(int status) {
  if (status == HTTP_OK) return "OK";
  return status == HTTP_NOTFOUND ? "Not Found" : "Forbidden";
}

void send(evhttp_request* request, const Response& response) {
  evkeyvalq* const headers = evhttp_request_get_output_headers(request);
  evhttp_add_header(headers, "Content-Type", response.type.c_str());
  evhttp_add_header(headers, "Cache-Control", "no-store");
  evhttp_add_header(headers, "X-Content-Type-Options", "nosniff");
  // The library would send what HEAD has no place for, and the next reply begin within it.
  if (evhttp_request_get_command(request) == EVHTTP_REQ_HEAD) {
    const std::string size = std::to_string(response.content.size());
    evhttp_add_header(headers, "Content-Length", size.c_str());
  } else {
    evbuffer_add(evhttp_request_get_output_buffer(request), response.content.data(),
                 response.content.size());
  }
  evhttp_send_reply(request, response.status, reason_of(response.status).data(), nullptr);
}

// What the request asks for, without "?...", its percent-encoding decoded; empty when it is no
// path.
std::string path_of(const evhttp_request* request) {
  const evhttp_uri* const uri = evhttp_request_get_evhttp_uri(request);
  const char* const path = uri == nullptr ? nullptr : evhttp_uri_get_path(uri);
  if (path == nullptr) return "";
  std::size_t size = 0;
  const std::unique_ptr<char, decltype(&::free)> decoded(evhttp_uridecode(path, 0, &size), &::free);
  return decoded ? std::string(decoded.get(), size) : "";
}

// The port that was bound, also where any was asked for.
int port_of(evhttp_bound_socket* bound) {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  const int descriptor = evhttp_bound_socket_get_fd(bound);
  if (::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size) != 0) return 0;
  return ntohs(address.sin_port);
}

// Without descriptors each try to accept fails at once, over and over: the listener rests instead,
// until some may have been given back.
void rest(evconnlistener* listener, void*) {
  constexpr timeval kRest{0, 200'000};
  const auto go_on = [](evutil_socket_t, short, void* rested) {
    evconnlistener_enable(static_cast<evconnlistener*>(rested));
  };
  if (event_base_once(evconnlistener_get_base(listener), -1, EV_TIMEOUT, go_on, listener, &kRest) ==
      0) {
    evconnlistener_disable(listener);
  }
}

// A browser that hangs up is an error of the call that writes to it, and no end of the program.
void block_broken_pipe() {
  sigset_t blocked;
  ::sigemptyset(&blocked);
  ::sigaddset(&blocked, SIGPIPE);
  ::pthread_sigmask(SIG_BLOCK, &blocked, nullptr);
}

}  // namespace

struct PreviewServer::State {
  std::unique_ptr<event_base, decltype(&event_base_free)> events{nullptr, &event_base_free};
  std::unique_ptr<evhttp, decltype(&evhttp_free)> server{nullptr, &evhttp_free};
  std::thread thread;
  // A pipe; the thread ends when nobody can write to it any more.
  std::optional<FileHandle> watched_end;
  std::optional<FileHandle> writing_end;
  int port = 0;
  std::mutex mutex;  // Of what follows.
  std::shared_ptr<const Site> site = std::make_shared<Site>();
  std::size_t version = 0;

  bool listen(std::uint16_t wanted);
  bool is_local(evhttp_request* request) const;
  Response answer(const std::string& path);
};

bool PreviewServer::State::listen(std::uint16_t wanted) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return false;
  watched_end.emplace(pipe[0]);
  writing_end.emplace(pipe[1]);
  events.reset(event_base_new());
  if (!events) return false;
  const auto end = [](evutil_socket_t, short, void* base) {
    event_base_loopbreak(static_cast<event_base*>(base));
  };
  event_base_once(events.get(), watched_end->get(), EV_READ, end, events.get(), nullptr);
  server.reset(evhttp_new(events.get()));
  if (!server) return false;
  evhttp_set_allowed_methods(server.get(), EVHTTP_REQ_GET | EVHTTP_REQ_HEAD);
  evhttp_set_max_headers_size(server.get(), 1 << 16);
  evhttp_set_max_body_size(server.get(), 0);
  evhttp_set_timeout(server.get(), 60);
  const auto respond = [](evhttp_request* request, void* state) {
    auto* const self = static_cast<State*>(state);
    if (self->is_local(request)) return send(request, self->answer(path_of(request)));
    send(request, {.status = 403, .content = "This preview is for this machine only.\n"});
  };
  evhttp_set_gencb(server.get(), respond, this);
  evhttp_bound_socket* const bound =
      evhttp_bind_socket_with_handle(server.get(), kLoopback, wanted);
  if (bound == nullptr) return false;
  evconnlistener_set_error_cb(evhttp_bound_socket_get_listener(bound), rest);
  port = port_of(bound);
  return port != 0;
}

// A request that names a host in its first line asks for a proxy.
bool PreviewServer::State::is_local(evhttp_request* request) const {
  const evhttp_uri* const uri = evhttp_request_get_evhttp_uri(request);
  if (uri == nullptr || evhttp_uri_get_host(uri) != nullptr) return false;
  const char* const found = evhttp_find_header(evhttp_request_get_input_headers(request), "Host");
  const std::string_view host = found == nullptr ? "" : found;
  const std::string suffix = ":" + std::to_string(port);
  return host == kLoopback + suffix || host == "localhost" + suffix;
}

Response PreviewServer::State::answer(const std::string& path) {
  std::shared_ptr<const Site> shown;
  std::size_t number = 0;
  {
    const std::scoped_lock lock(mutex);
    shown = site;
    number = version;
  }
  Response response;
  if (path == kVersionPath) {
    response.content = std::to_string(number);
    return response;
  }
  if (path == kScriptPath) {
    response.type = type_of(kScriptPath);
    response.content = kReloadScript;
    return response;
  }
  std::string file = path.starts_with('/') ? path.substr(1) : path;
  if (file.empty() || file.ends_with('/')) file += "index.html";
  auto found = shown->files.find(file);
  if (found == shown->files.end()) {
    response.status = HTTP_NOTFOUND;
    found = shown->files.find("404.html");
    if (found == shown->files.end()) return response;
  }
  response.type = type_of(found->first);
  const bool page = found->first.ends_with(".html");
  response.content = page ? with_reload(found->second) : found->second;
  return response;
}

PreviewServer::PreviewServer(std::unique_ptr<State> state) : state_(std::move(state)) {}
PreviewServer::PreviewServer(PreviewServer&&) noexcept = default;
PreviewServer& PreviewServer::operator=(PreviewServer&&) noexcept = default;

PreviewServer::~PreviewServer() {
  if (!state_ || !state_->thread.joinable()) return;
  state_->writing_end->close();
  state_->thread.join();
}

Result<PreviewServer> PreviewServer::start(std::uint16_t port) {
  auto state = std::make_unique<State>();
  if (!state->listen(port)) {
    return tl::unexpected(Error{"", 0, 0,
                                "cannot listen on port " + std::to_string(port) +
                                    "; another program may; --port takes another, or 0 for any"});
  }
  state->thread = std::thread([events = state->events.get()] {
    block_broken_pipe();
    event_base_dispatch(events);
  });
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
