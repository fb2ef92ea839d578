#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace doccord::lsp {

// The path that a file: address names; nothing for any other address.
std::optional<std::string> path_of_uri(std::string_view uri);

// The file: address of an absolute path.
std::string uri_of_path(std::string_view path);

}  // namespace doccord::lsp
