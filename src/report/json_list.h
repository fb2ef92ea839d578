#pragma once

#include <cstddef>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "report/json.h"

namespace doccord {

// An object whose last member is a long list of `count` items. Each item is made when it is
// written, so that never the whole of it is in memory as a tree.
std::string json_with_list(const nlohmann::ordered_json& head, std::string_view list,
                           std::size_t count,
                           const std::function<nlohmann::ordered_json(std::size_t)>& item,
                           JsonLayout layout);

}  // namespace doccord
