#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/entry.h"

namespace doccord {

// The longest prefix that nearly all entries' names share and that ends at a word's end, such as
// "HTTP_STATUS_" or "Status" (of StatusNotFound); empty when there is none.
std::string shared_name_prefix(const std::vector<Entry>& entries);

// The name without the prefix; the name itself when it does not have it or is nothing else.
std::string without_prefix(std::string_view name, std::string_view prefix);

}  // namespace doccord
