#pragma once

#include <optional>

namespace CLI {
class App;
}

namespace doccord {

// How documents are read, for every command that does it for others than the one at the keyboard.
struct ReadingOptions {
  std::optional<bool> isolated;  // --isolate, --no-isolate; nothing: in CI.
};

void add_reading_options(CLI::App& app, ReadingOptions& options);

// To be called before work begins.
void apply_reading_options(const ReadingOptions& options);

}  // namespace doccord
