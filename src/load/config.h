#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "load/config_check.h"
#include "load/source.h"

namespace doccord {

// What doccord.json says. Paths in it are relative to its own directory.
struct Config {
  std::vector<Source> sources;  // Without text; `path` joined with the configuration's directory.
  Settings settings;
};

// Reads a configuration whose bytes are `text`, with all that it extends. `path` is for messages
// and to make the sources' paths; all that is wrong is told, each with line and column.
tl::expected<Config, std::vector<Error>> parse_config(const std::string& path,
                                                      const std::string& text,
                                                      const ConfigNames& names);

}  // namespace doccord
