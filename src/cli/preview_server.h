#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/result.h"
#include "site/site.h"

namespace doccord {

// Shows a site that is held in memory to browsers on this machine, and lets its pages reload
// themselves when another site takes its place. Listens on the loopback address only, and answers
// only who calls it by a name of the loopback, so that no page of another host can read along.
class PreviewServer {
 public:
  // Port 0: any that is free.
  static Result<PreviewServer> start(std::uint16_t port);

  PreviewServer(PreviewServer&&) noexcept;
  PreviewServer& operator=(PreviewServer&&) noexcept;
  ~PreviewServer();

  // "http://127.0.0.1:8000/"
  std::string address() const;
  void show(Site site);

 private:
  struct State;
  explicit PreviewServer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace doccord
