#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "load/config_tree.h"

namespace doccord {

// Names that only later steps know and that a configuration may hold. Where a list is empty, any
// name is taken.
struct ConfigNames {
  std::vector<std::string> shapes;
  std::vector<std::string> rules;  // Codes and names.
  std::vector<std::string> profiles = {};
};

// Everything that is wrong with one configuration on its own: keys that do not exist, values of
// another type, names that nobody knows, expressions that are none. In the order of the file.
std::vector<Error> check_config_file(const ConfigValue& config, const ConfigNames& names);

// What is wrong with the configuration once all that it builds upon is merged into it: sources
// without a path, two with one id, overrides for sources that do not exist.
std::vector<Error> check_whole_config(const ConfigValue& config);

// The source's `id`, or the one that its `path` gives it; empty when it has neither.
std::string config_source_id(const ConfigValue& source);

}  // namespace doccord
