#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace doccord {

// An entry that stands under one key and is, in the other sources, that of another one.
struct Misfiled {
  // What tells: its text, word for word or nearly, or its name where no text speaks against it.
  enum class Evidence { text, name };

  Evidence evidence = Evidence::text;
  std::size_t record = 0;            // Where it stands; places in Registry::records.
  std::size_t belongs = 0;           // Where the others have it.
  std::vector<std::size_t> sources;  // That have it in the wrong place, ascending.
  std::vector<std::size_t> others;   // That have it in the right one, ascending.
  // What it says: places in Record::readings of `record` and of `belongs`. Of an entry known by its
  // name, `reading` is npos when it has no text of its own.
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
  std::size_t reading = npos;
  std::size_t like = npos;
  std::string name;  // As written, of an entry that is known by it.
};

// All of them by record; at most one for each reading or entry.
std::vector<Misfiled> find_misfiled(const RuleInput& input);

// Misfiled entries of one cause: those of the same sources whose places are each other's, or that
// stand at successive keys and are all out of place in the same direction.
using MisfiledRun = std::vector<const Misfiled*>;
std::vector<MisfiledRun> find_runs(const Registry& registry, const std::vector<Misfiled>& all);

// Whether two neighbouring characters of the one key are swapped in the other.
bool is_transposed(std::string_view a, std::string_view b);

// Which sources' entries for the record are misfiled, by source.
std::vector<bool> misfiled_sources(const RuleInput& input, const std::vector<Misfiled>& all,
                                   std::size_t record);

// Whether the reading is among them.
bool is_misfiled(const std::vector<Misfiled>& all, std::size_t record, std::size_t reading);

}  // namespace doccord
