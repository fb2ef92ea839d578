#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "reconcile/registry.h"

namespace doccord {

// The wording that the messages of all rules share.

// In backticks; a text that is too long for a sentence is cut in its middle.
std::string quoted(std::string_view text);

// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& items);

// The ids of the sources, quoted and listed, of very many the first: "`auhttp`, `deno` and
// `winhttp`".
std::string listed_sources(const Registry& registry, const std::vector<std::size_t>& sources);

// The keys, quoted and listed; of very many the first.
std::string listed_keys(const std::vector<std::string>& keys);

// The verb's form for so many subjects: has and have.
std::string_view verb(std::size_t subjects, std::string_view one, std::string_view several);

// "1 source", "3 sources".
std::string counted(std::size_t count, std::string_view noun);

}  // namespace doccord
