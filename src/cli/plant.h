#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/entry.h"
#include "load/source.h"

namespace doccord {

// Faults that documents come by, as `doccord selftest` plants them.
enum class FaultKind {
  slip,        // Two letters of a word swapped, one dropped or doubled.
  number,      // Another number in a description.
  negation,    // A `not` put in or taken out.
  wording,     // Another word in a description.
  removed,     // The entry left out.
  renamed,     // A word of the name replaced.
  recoded,     // Another key.
  duplicated,  // The entry there twice.
  shifted,     // Descriptions of successive entries moved by one.
  formatting,  // Punctuation or letter case alone; not a fault, and to be called nothing worse.
};

std::span<const FaultKind> all_fault_kinds();
std::string_view to_string(FaultKind kind);

// A document with faults in it.
struct Planting {
  std::string text;               // Of the document; else as it was, byte for byte.
  std::vector<SourceFile> files;  // As in Source.
  std::vector<std::string> keys;  // Of the entries with faults; one fault each.
};

// Plants a few faults of one kind in the bytes of a document, in its own format. Nothing when the
// document has no place for one, as for `number` where no description has figures. The same
// arguments give the same bytes.
std::optional<Planting> plant(const Source& source, const EntrySet& entries, FaultKind kind,
                              std::uint64_t seed);

}  // namespace doccord
