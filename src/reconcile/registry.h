#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/entry.h"

namespace doccord {

// What the registry keeps of a source. A source is named by its place in Registry::sources, which
// is the order of the configuration.
struct SourceSummary {
  std::string id;
  std::string title;
  std::string publisher;
  std::string path;
  Format format = Format::text;
  std::string name_prefix;  // Shared by all its names and set aside to compare: "HTTP_STATUS_".
  std::size_t entry_count = 0;
  std::string date;        // Of publication, as far as known: "1997", "2018-05-31".
  bool authority = false;  // Where sources disagree, this one is right.
};

// One entry with the source that it stands in.
struct Claim {
  static constexpr std::size_t no_reading = static_cast<std::size_t>(-1);

  std::size_t source = 0;
  Entry entry;
  std::size_t reading = no_reading;  // Place of its text in Record::readings.
};

// One distinct text of a description, with the sources that have it. White space is collapsed.
struct Reading {
  std::string text;
  std::vector<std::size_t> sources;  // Ascending.
};

// One name as written, with the sources that give it to the key.
struct NameUse {
  std::string name;
  std::string bare;                  // Without the prefix that the source's names share.
  std::vector<std::size_t> sources;  // Ascending.
};

struct FieldValue {
  std::string value;
  std::vector<std::size_t> sources;  // Ascending.
};

struct FieldUse {
  std::string label;
  std::vector<FieldValue> values;
};

// All that the sources say about one key.
struct Record {
  std::string key;
  std::vector<Claim> claims;  // By source, then document order; two of one source are a duplicate.
  std::vector<std::size_t> missing;  // Sources without the key, ascending.
  std::vector<Reading> readings;  // By the first source that has them; empty texts are no reading.
  std::vector<NameUse> names;     // By the first source that has them.
  std::vector<FieldUse> fields;   // By label, in order of appearance.

  bool has(std::size_t source) const;
  // Those of the source; most have one.
  std::span<const Claim> claims_of(std::size_t source) const;
  // The first claim of the source, or null.
  const Claim* find(std::size_t source) const;
};

// The merged data: one record a key, sorted by key (numeric parts by value).
struct Registry {
  std::vector<SourceSummary> sources;
  std::vector<Record> records;

  const Record* find(const std::string& key) const;
  // The place of the source with this id.
  std::optional<std::size_t> find_source(std::string_view id) const;
};

}  // namespace doccord
