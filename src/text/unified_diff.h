#pragma once

#include <string>
#include <string_view>

namespace doccord {

// The change from `before` to `after` as `git apply` and `patch -p1` take it, for a file at `path`,
// which is relative and has `/`; empty when they are the same. The bytes of lines stay as they are,
// CR included, and a last line without an end says so.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace doccord
