#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "load/settings.h"

namespace doccord {

// How the bytes of a document are to be read.
enum class Format { html, markdown, text, xml, csv, json, yaml, source };

std::string_view to_string(Format format);
std::optional<Format> format_from_string(std::string_view name);
std::vector<std::string_view> format_names();

// How a configuration says that entries are to be found, where the document alone is not enough.
// All parts are optional.
struct ExtractionHints {
  std::string shape;        // Only this shape, as in extract/shapes.def.
  std::string pattern;      // RE2 with named groups key, name, description; for plain text.
  std::string key_pattern;  // RE2 that a key must match as a whole.
  std::string key_prefix;   // Set aside from keys: "E-" of E-404.
  struct {
    std::string entry;  // XPath over the tree, to the nodes that are entries.
    std::string key;    // XPath relative to the entry, as the two below.
    std::vector<std::string> names;
    std::string description;
  } select;
  // Keys that are left out, as in Source::scope, or XPath to what is left out when it begins with
  // `/`.
  std::vector<std::string> exclude;
  // Where the configuration says each of them, by its name there: "pattern", "select.entry".
  std::map<std::string, ConfigPlace, std::less<>> places;

  bool empty() const;
};

// One file of a source that is a directory.
struct SourceFile {
  std::string path;
  std::size_t begin = 0;            // Of its text in Source::text.
  std::size_t byte_order_mark = 0;  // As in Source.
};

// One document, with an id. `text` is valid UTF-8 without a byte order mark. A directory with one
// file an entry is one document, too: its text is that of its files, one behind the other, each
// ended by a line end.
struct Source {
  std::string id;         // Unique in its SourceSet; the same from run to run.
  std::string title;      // For people; the id when the configuration gives none.
  std::string publisher;  // May be empty.
  std::string path;       // As given on the command line, or configuration directory + file name.
  std::string text;
  std::size_t byte_order_mark = 0;  // Bytes of it that were set aside: 0 or 3.
  std::vector<SourceFile> files;    // Of a directory, in the order of `text`; else empty.
  std::optional<Format> format;  // Given by the configuration; otherwise told from name and text.
  ExtractionHints hints;
  // Keys that this source means to cover; empty: all. "404", "4xx", "400-499", "ERR_*".
  std::vector<std::string> scope;
  // Other ways in which this source writes a key, by the key: {"404": ["0x194", "NotFound"]}.
  std::map<std::string, std::vector<std::string>> aliases;
  bool authority = false;  // Where sources disagree, this one is right.
  std::string date;        // Of publication, ISO 8601, as far as known: "1997", "2018-05-31".
};

// The file that the byte at `offset` of the text stands in, and the bytes of the text that are its.
struct FilePart {
  std::string_view path;
  Span span;
  std::size_t byte_order_mark = 0;
};
FilePart file_at(const Source& source, std::size_t offset);

// Where in the text the files begin whose lines are counted anew: all but the first.
std::vector<std::size_t> later_file_starts(const Source& source);

// The SHA-256 of the file as it is on disk; of a directory, of its files' texts one behind the
// other.
std::string checksum(const Source& source);

// The bytes that were read: more than the text where byte order marks were set aside.
std::size_t size_on_disk(const Source& source);

// The documents of one run, in the order of the configuration or command line.
struct SourceSet {
  std::vector<Source> sources;
  std::string config_path;  // Empty when there was no configuration.
  Settings settings;        // What the configuration says beside the sources.
  // Why sources are not among them: documents that cannot be read, or hold no entries.
  std::vector<Error> left_out;
};

}  // namespace doccord
