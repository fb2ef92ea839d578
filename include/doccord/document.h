/// @file
/// What goes in: documents whose text is in memory.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace doccord::api {

/// How the bytes of a document are to be read.
enum class Format {
  html,      ///< HTML, as browsers read it.
  markdown,  ///< GitHub's Markdown, HTML inside included.
  text,      ///< Plain text.
  xml,       ///< XML, DocBook included.
  csv,       ///< Values separated by commas, semicolons or tabs.
  json,      ///< JSON.
  yaml,      ///< YAML.
  source     ///< Source code: constants with comments.
};

/// The format's name in doccord.json: "markdown".
std::string to_string(Format format);

/// One document. Only `id` and `text` must be given; the other members are those of a source in
/// doccord.json, and mean the same.
struct Document {
  std::string id = {};         ///< Names the document in all that comes out; unique among them.
  std::string text = {};       ///< UTF-8, with or without a byte order mark.
  std::string path = {};       ///< For messages, and to tell the format; empty: the id.
  std::string title = {};      ///< For people; empty: the id.
  std::string publisher = {};  ///< Who publishes it.
  std::string date = {};       ///< Of publication, as far as known: "1997", "2018-05-31".
  std::optional<Format> format = {};  ///< Nothing: told from path and text.
  std::vector<std::string> scope =
      {};                  ///< Keys it means to cover: "404", "4xx", "400-499", "ERR_*".
  bool authority = false;  ///< Where documents disagree, this one is right.
};

}  // namespace doccord::api
