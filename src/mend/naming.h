#pragma once

#include <string>
#include <vector>

#include "mend/workshop.h"

namespace doccord {

// The names of a source without the prefix that they share.
std::string without_own_prefix(const Workshop& workshop, std::size_t source,
                               const std::string& name);

// A name of the source that shows how it writes such names: `name` itself, or, since a single word
// tells little, one of several words that stands in the same place at another key.
std::string name_model(const Workshop& workshop, std::size_t source, const Entry& entry,
                       const std::string& name);

// Of the names that a claim gives, the one that is most like `like`: a constant for a constant.
const std::string& fitting_name(const Workshop& workshop, const Claim& claim,
                                const std::string& like);

// A bare name as the source would write it beside `like`.
std::string styled_like(const Workshop& workshop, std::size_t source, const std::string& bare,
                        const std::string& like);

// Where the entry has the name, its description aside.
std::vector<Stretch> name_stretches(const Workshop& workshop, std::size_t source,
                                    const Entry& entry, const std::string& name);

}  // namespace doccord
