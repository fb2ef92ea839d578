#pragma once

#include <cstddef>
#include <vector>

#include "compare/comparisons.h"
#include "reconcile/registry.h"

namespace doccord {

// A name with the sources that have it, in this writing or in another that is the same name.
struct NameWriting {
  std::size_t name = 0;              // Place in Record::names: the first source's writing.
  std::vector<std::size_t> sources;  // Ascending.
};

// Writings that are forms of one name: inflected, abbreviated, or with words missing.
using NameGroup = std::vector<NameWriting>;

// Which sources agree on the name of a key. One group: all do, or nearly; several: they conflict.
// A source with several names agrees with another when any of its names does; names with one prefix
// are compared with one another only. Sources for which
// `left_out` is true are not looked at.
std::vector<NameGroup> name_groups(const Record& record, const RecordComparison& comparison,
                                   const std::vector<bool>& left_out);

// Sources whose names differ from everybody else's at nearly every key: they use a vocabulary of
// their own, which is one finding and not one for each key.
struct Vocabulary {
  std::size_t source = 0;
  std::vector<std::size_t> records;  // Where it differs, as places in Registry::records.
};
std::vector<Vocabulary> own_vocabularies(const Registry& registry, const Comparisons& comparisons);

}  // namespace doccord
