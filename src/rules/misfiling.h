#pragma once

#include <cstddef>
#include <vector>

#include "rules/rule.h"

namespace doccord {

// A text that stands under one key and is, in the other sources, that of another one.
struct Misfiled {
  std::size_t record = 0;   // Where it stands; places in Registry::records.
  std::size_t reading = 0;  // Place in Record::readings of that record.
  std::size_t belongs = 0;  // Where the others have it.
  std::size_t like = 0;     // Their reading there.
};

// At most one for each reading, by record.
std::vector<Misfiled> find_misfiled(const RuleInput& input);

// Which sources' entries for the record are misfiled, by source.
std::vector<bool> misfiled_sources(const RuleInput& input, const std::vector<Misfiled>& all,
                                   std::size_t record);

// Whether the reading is among them.
bool is_misfiled(const std::vector<Misfiled>& all, std::size_t record, std::size_t reading);

}  // namespace doccord
