#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "reconcile/registry.h"

namespace doccord {

// The value that a merged entry has where documents differ, and on what grounds.
struct MergedValue {
  std::string text;
  std::size_t place = 0;             // In Record::readings or names, or FieldUse::values.
  std::vector<std::size_t> sources;  // Those that have it, ascending.
  std::string why;                   // A clause: "3 of 5 documents have it".
};

// One entry made of all that the sources say about a key. A value wins because an authority has it,
// else because most documents have it, else because its document is the newest, else because its
// document comes first. Nothing is invented or mixed: every value stands in some document.
struct MergedEntry {
  std::optional<MergedValue> name;  // Without its source's prefix.
  std::optional<MergedValue> description;
  std::vector<MergedValue> fields;  // Parallel to Record::fields.
};

MergedEntry merge_record(const Registry& registry, const Record& record);

}  // namespace doccord
