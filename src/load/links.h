#pragma once

#include <string>

#include "base/result.h"

namespace doccord {

// Refuses a path that a symbolic link leads out of the tree that `directory` is in: the repository
// around it or, without one, the directory itself. Whoever sends documents could have such a link
// show any file of the machine that checks them. A path without a link says itself where it leads.
Result<void> check_links(const std::string& path, const std::string& directory);

}  // namespace doccord
