#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "load/source.h"

namespace doccord {

// What doccord.json says. Paths in it are relative to its own directory.
struct Config {
  std::vector<Source> sources;  // Without text; `path` joined with the configuration's directory.
};

// Reads a configuration. `path` is for messages and to make the sources' paths; unknown keys,
// missing ids and the like are errors with line and column.
Result<Config> parse_config(const std::string& path, const std::string& text);

}  // namespace doccord
