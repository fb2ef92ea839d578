#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "load/source.h"
#include "parse/document.h"

namespace doccord {

// A phrase of plain text as it stands in a document without markup in between: only white space and
// ways to write single characters (`&amp;`, `\_`) tell its bytes from the phrase.
struct Stretch {
  Span span;
  // Where each byte of the phrase begins, and, as the last one, where the phrase ends.
  std::vector<std::size_t> offsets;
  Span run;              // Of the text that it stands in, which YAML writes in one style.
  bool in_code = false;  // In `code` or `pre`, where Markdown knows no escapes.
  bool in_cell = false;  // In a table, where Markdown's cells end at `|`.

  // The bytes that some of the phrase's bytes stand in.
  Span bytes_of(Span part) const;
};

// Finds such phrases in one document.
class Stretches {
 public:
  Stretches(const Source& source, const Document& document);

  // Every place within the bytes where the phrase stands, not cut out of longer words.
  std::vector<Stretch> find_all(Span within, std::string_view phrase) const;

  // The one that begins at this byte.
  std::optional<Stretch> find_at(std::size_t begin, Span within, std::string_view phrase) const;

 private:
  struct Text {  // A run of text that the document shows.
    Span span;
    bool in_code = false;
    bool in_cell = false;
    bool opens = false;   // First in its element, so that a word begins whatever stands before.
    bool closes = false;  // Last in it.
  };
  std::optional<Stretch> match(const Text& text, std::size_t begin, Span within,
                               std::string_view phrase) const;
  bool is_apart(const Text& text, Span span, std::string_view phrase) const;
  void collect(const Document& document, pugi::xml_node node, bool in_code, bool in_cell);
  std::string_view text_;
  Format format_;
  std::vector<Text> texts_;  // In the order of the document.
};

}  // namespace doccord
