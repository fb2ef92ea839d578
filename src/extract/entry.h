#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "load/source.h"

namespace doccord {

// A further labelled value of an entry: another column of a table, `Default: 30 s`, a second code.
struct Field {
  std::string label;  // As written.
  std::string text;   // Plain text.
  friend bool operator==(const Field&, const Field&) = default;
};

// The label of the field that holds an option's argument: the FILE of `--output FILE`.
inline constexpr std::string_view kArgumentLabel = "argument";

// What one source says about one key. All texts are plain: markup removed, entities decoded, white
// space collapsed.
struct Entry {
  std::string key;                   // Text, never a number: 404.15 is not 404.1.
  std::vector<std::string> aliases;  // Other ways in which the document writes this key.
  std::vector<std::string> names;
  std::string description;
  std::vector<Field> fields;  // In document order.
  std::string section;        // Text of the nearest heading above; may be empty.
  Span span;                  // Holds key, names and description as the document writes them.
  friend bool operator==(const Entry&, const Entry&) = default;
};

// Where the bytes of a document went; each byte is counted once, so the parts add up to `bytes`.
struct Coverage {
  std::size_t bytes = 0;
  std::size_t entries = 0;
  std::size_t headings = 0;
  std::size_t other = 0;      // Read and set aside: introductions, navigation, white space.
  std::size_t unclaimed = 0;  // Looks like an entry, but was not taken as one.
  friend bool operator==(const Coverage&, const Coverage&) = default;
};

// Text that looks like an entry but was not taken as one.
struct Suspect {
  Span span;
  std::string key;     // What would have been its key.
  std::string reason;  // Why it was not taken, as a clause: "stands outside the table".
  friend bool operator==(const Suspect&, const Suspect&) = default;
};

// What one source says, in document order.
struct EntrySet {
  std::string source_id;
  Format format = Format::text;
  std::string shape;  // Name of the shape that won, as in extract/shapes.def.
  std::vector<Entry> entries;
  std::vector<Suspect> suspects;
  Coverage coverage;
};

}  // namespace doccord
