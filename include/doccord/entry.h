/// @file
/// What one document says, entry by entry.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <doccord/document.h>

namespace doccord::api {

/// A stretch of a document. Lines and columns count from 1, columns in code points; the end is
/// exclusive.
struct Location {
  std::string path;              ///< Of the file.
  std::size_t start_line = 1;    ///< Line of the first character.
  std::size_t start_column = 1;  ///< Column of the first character.
  std::size_t end_line = 1;      ///< Line of the character behind the last one.
  std::size_t end_column = 1;    ///< Column of the character behind the last one.
};

/// A further labelled value of an entry: another column of a table, `Default: 30 s`, a second code.
struct Field {
  std::string label;  ///< As written.
  std::string text;   ///< Plain text.
};

/// What one document says about one key. All texts are plain: markup removed, entities decoded,
/// white space collapsed.
struct Entry {
  std::string key;                   ///< What it is about: "404", "0x80070005", "ENOENT".
  std::vector<std::string> aliases;  ///< Other ways in which the document writes this key.
  std::vector<std::string> names;    ///< Constants or phrases that the document gives the key.
  std::string description;           ///< What it says about it.
  std::vector<Field> fields;         ///< In document order.
  std::string section;               ///< Text of the nearest heading above; may be empty.
  Location location;                 ///< Holds key, names and description as written.
};

/// All entries of one document, in document order.
struct EntrySet {
  std::string source;            ///< The document's id.
  Format format = Format::text;  ///< How its bytes were read.
  std::string shape;             ///< The layout that was found: "table", "definition-list".
  std::vector<Entry> entries;    ///< In document order.
};

}  // namespace doccord::api
