#pragma once

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace doccord {

// How documents are read.
struct ReadingOptions {
  std::optional<bool> isolated;     // --isolate, --no-isolate; nothing: in CI.
  std::vector<std::string> limits;  // As given: "depth=1000".
};

void add_isolation_option(CLI::App& app, ReadingOptions& options);
void add_limit_option(CLI::App& app, ReadingOptions& options);

// What is wrong with the limits, or nothing.
std::string find_limit_error(const ReadingOptions& options);

// To be called before work begins.
void apply_reading_options(const ReadingOptions& options, bool may_isolate);

}  // namespace doccord
