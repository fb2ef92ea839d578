#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "load/config_check.h"
#include "load/config_tree.h"

namespace doccord {

// The most bytes that a configuration may have.
inline constexpr std::size_t kMostConfigBytes = std::size_t{4} << 20;

// A configuration with all that it `extends` merged into it, paths joined with the directory of the
// file that says them; every value keeps its place. The more relevant file counts more: objects are
// merged member by member, sources by their id, overrides one after the other; other values are
// replaced. `text` is that of the file `path`; what it extends is read from disk.
tl::expected<ConfigValue, std::vector<Error>> merged_config(const std::string& path,
                                                            const std::string& text,
                                                            const ConfigNames& names);

}  // namespace doccord
