#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace doccord {

// How two texts differ, from weakest to strongest; a pair has the strongest kind of its edits.
enum class Kind { identical, formatting, spelling, notation, wording, meaning, independent };

std::string_view to_string(Kind kind);

// One place where two texts part. Either side may be empty: text added or dropped.
struct Edit {
  Kind kind = Kind::wording;
  std::string a;
  std::string b;
  std::string reason;  // Why it is of this kind, as a clause: "a negation is added".
  friend bool operator==(const Edit&, const Edit&) = default;
};

// How two readings of one record differ. Symmetric but for the sides of its edits.
struct Comparison {
  std::size_t a = 0;  // Place in Record::readings; a < b.
  std::size_t b = 0;
  Kind kind = Kind::identical;
  double similarity = 1.0;  // Share of words in common, 0 to 1, two decimals.
  std::vector<Edit> edits;  // In text order; empty for `identical` and `independent`.
};

// How two names for one key relate once prefixes are set aside.
enum class NameRelation { same, inflected, abbreviated, partial, different };

std::string_view to_string(NameRelation relation);

struct NameComparison {
  std::size_t a = 0;  // Place in Record::names; a < b.
  std::size_t b = 0;
  NameRelation relation = NameRelation::same;
};

// One value of a field, in all its writings: 30 s and 30000 ms.
struct FieldReading {
  std::vector<std::string> texts;    // As written, the first source's first.
  std::vector<std::size_t> sources;  // Ascending.
};

// One field of a record, under whatever labels the sources have it.
struct FieldComparison {
  std::vector<std::string> labels;     // As written, in order of appearance.
  std::vector<FieldReading> readings;  // By the first source that has them.
  bool conflict = false;               // Two sources have values of which only one can hold.
};

// What a text states that can be held against another one's words.
enum class FactKind { number, key, name, header, method, version, rfc, requirement, negation };

std::string_view to_string(FactKind kind);

struct Fact {
  FactKind kind = FactKind::number;
  std::string value;  // "30 seconds", "Retry-After"; of requirements and negations the clause.
  friend bool operator==(const Fact&, const Fact&) = default;
};

// Two independent texts that state opposites about the same thing.
struct Contradiction {
  std::size_t a = 0;  // Places in Record::readings; a < b.
  std::size_t b = 0;
  FactKind kind = FactKind::requirement;
  std::string a_words;  // The clauses, as written.
  std::string b_words;
  std::string reason;
};

// The comparisons of one record.
struct RecordComparison {
  std::vector<Comparison> texts;              // Sorted by a, then b.
  std::vector<NameComparison> names;          // Sorted by a, then b.
  std::vector<FieldComparison> fields;        // By label, in order of appearance.
  std::vector<std::vector<Fact>> facts;       // Parallel to Record::readings.
  std::vector<Contradiction> contradictions;  // By a, then b.
  bool limited = false;                       // Too many readings to compare every pair.

  // The comparison of two readings in either order, or null.
  const Comparison* find(std::size_t a, std::size_t b) const;
};

// What differs, without an opinion on it.
struct Comparisons {
  std::vector<RecordComparison> records;           // Parallel to Registry::records.
  std::vector<std::vector<std::size_t>> families;  // Partition of the sources; each ascending.

  // Place in `families` of the family that the source belongs to.
  std::size_t family_of(std::size_t source) const;
};

}  // namespace doccord
