/// @file
/// What all documents say, key by key, and how it differs. No opinions: those are discrepancies.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <doccord/entry.h>

namespace doccord::api {

/// A document that was compared.
struct Source {
  std::string id;               ///< Unique.
  std::string title;            ///< For people.
  std::string publisher;        ///< May be empty.
  std::string path;             ///< As given.
  std::string date;             ///< Of publication, as far as known.
  bool authority = false;       ///< Where documents disagree, this one is right.
  std::size_t entry_count = 0;  ///< How many entries were found in it.
};

/// How two texts differ, from weakest to strongest; a pair has the strongest kind of its edits.
enum class Kind {
  identical,   ///< The same once white space is collapsed.
  formatting,  ///< Punctuation, white space, letter case.
  spelling,    ///< The same once a miswritten word is mended.
  notation,    ///< The same thing written another way: an abbreviation, a symbol.
  wording,     ///< Other words for the same statement.
  meaning,     ///< Something else is stated.
  independent  ///< Not revisions of one text, so that word by word says nothing.
};

/// The kind's name in reports: "wording".
std::string to_string(Kind kind);

/// One place where two texts part. Either side may be empty: text added or dropped.
struct Edit {
  Kind kind = Kind::wording;  ///< Of this place.
  std::string a;              ///< The words of the one text.
  std::string b;              ///< The words of the other.
  std::string reason;         ///< Why it is of this kind: "a negation is added".
};

/// One distinct text of a description, with the documents that have it.
struct Reading {
  std::string text;                  ///< White space is collapsed.
  std::vector<std::string> sources;  ///< Ids.
};

/// How two readings of one record differ.
struct Comparison {
  std::size_t a = 0;            ///< Place in Record::readings; less than `b`.
  std::size_t b = 0;            ///< Place in Record::readings.
  Kind kind = Kind::identical;  ///< The strongest of its edits.
  double similarity = 1.0;      ///< Share of words in common, 0 to 1.
  std::vector<Edit> edits;      ///< In text order; none for `identical` and `independent`.
};

/// One name as written, with the documents that give it to the key.
struct Name {
  std::string text;                  ///< As written.
  std::vector<std::string> sources;  ///< Ids.
};

/// How two names for one key relate, once prefixes that all names of a document share are set
/// aside.
enum class NameRelation {
  same,         ///< But for letter case and what joins words.
  inflected,    ///< Forms of the same words.
  abbreviated,  ///< One is short for the other.
  partial,      ///< One has a part of the other's words.
  different     ///< Anything else.
};

/// The relation's name in reports: "abbreviated".
std::string to_string(NameRelation relation);

/// How two names of one record relate.
struct NameComparison {
  std::size_t a = 0;                           ///< Place in Record::names; less than `b`.
  std::size_t b = 0;                           ///< Place in Record::names.
  NameRelation relation = NameRelation::same;  ///< Of the two.
};

/// An entry with the document that it stands in.
struct Claim {
  std::string source;  ///< Id.
  Entry entry;         ///< What it says.
};

/// All that the documents say about one key.
struct Record {
  std::string key;                               ///< The same in all its claims.
  std::vector<Claim> claims;                     ///< By document; two of one are a duplicate.
  std::vector<std::string> missing;              ///< Ids of the documents without the key.
  std::vector<Reading> readings;                 ///< By the first document that has them.
  std::vector<Comparison> comparisons;           ///< Of the readings.
  std::vector<Name> names;                       ///< By the first document that has them.
  std::vector<NameComparison> name_comparisons;  ///< Of the names.
};

/// The merged data.
struct Registry {
  std::vector<Source> sources;                     ///< In the order of documents or configuration.
  std::vector<std::vector<std::string>> families;  ///< Ids of documents copied from one another.
  std::vector<Record> records;                     ///< One a key, by key, numbers by value.
};

}  // namespace doccord::api
