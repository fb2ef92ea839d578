#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace doccord {

// How the bytes of a document are to be read.
enum class Format { html, markdown, text, xml, csv, json, source };

std::string_view to_string(Format format);
std::optional<Format> format_from_string(std::string_view name);

// One document, with an id. `text` is valid UTF-8 without a byte order mark.
struct Source {
  std::string id;         // Unique in its SourceSet; the same from run to run.
  std::string title;      // For people; the id when the configuration gives none.
  std::string publisher;  // May be empty.
  std::string path;       // As given on the command line, or configuration directory + file name.
  std::string text;
  std::size_t byte_order_mark = 0;  // Bytes of it that were set aside: 0 or 3.
  std::optional<Format> format;  // Given by the configuration; otherwise told from name and text.
};

// The documents of one run, in the order of the configuration or command line.
struct SourceSet {
  std::vector<Source> sources;
  std::string config_path;  // Empty when there was no configuration.
};

}  // namespace doccord
