// In the place of src/cli/preview_server.cpp in a program that is linked statically: libevent can ask for
// hosts by name, which glibc does with shared libraries only.

#include "cli/preview_server.h"

namespace doccord {

struct PreviewServer::State {};

PreviewServer::PreviewServer(std::unique_ptr<State> state) : state_(std::move(state)) {}
PreviewServer::PreviewServer(PreviewServer&&) noexcept = default;
PreviewServer& PreviewServer::operator=(PreviewServer&&) noexcept = default;
PreviewServer::~PreviewServer() = default;

Result<PreviewServer> PreviewServer::start(std::uint16_t) {
  return tl::unexpected(Error{"", 0, 0,
                              "this program is linked statically and has no server; `doccord build "
                              "-o DIR` writes the website"});
}

std::string PreviewServer::address() const { return ""; }

void PreviewServer::show(Site) {}

}  // namespace doccord
