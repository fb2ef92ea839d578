#pragma once

#include <string_view>

#include "compare/comparisons.h"

namespace doccord {

// How two names relate that their sources' own prefixes have been taken from. Symmetric.
NameRelation relate_names(std::string_view a, std::string_view b);

// The same for names of one key, which a name may end with: OBSOLETE20 and "Obsolete error" are
// `partial` at 20.
NameRelation relate_names_of(std::string_view key, std::string_view a, std::string_view b);

}  // namespace doccord
