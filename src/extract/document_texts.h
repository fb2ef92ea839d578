#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/text_layout.h"
#include "extract/tree_text.h"
#include "parse/document.h"

namespace doccord {

// What shapes ask of a document. Several of them ask for the same, so each of these is found once,
// when it is asked for first.
class DocumentTexts {
 public:
  // The document must outlive it.
  explicit DocumentTexts(const Document& document) : document_(document) {}

  const Document& document() const { return document_; }
  // The blocks of text of the whole document, cut at line breaks or not.
  const TextParts& parts() const;
  const std::vector<GridCell>& blocks() const;
  // The lines of a document in plain text.
  const std::vector<TextLine>& lines() const;
  const SectionIndex& sections() const;
  // The elements below the root (elements_of), or those of one name, in document order.
  const std::vector<pugi::xml_node>& elements() const;
  std::vector<pugi::xml_node> elements_named(std::string_view name) const;

 private:
  const Document& document_;
  mutable std::optional<TextParts> parts_;
  mutable std::optional<std::vector<GridCell>> blocks_;  // Unless they are the parts.
  mutable std::optional<std::vector<TextLine>> lines_;
  mutable std::optional<SectionIndex> sections_;
  mutable std::optional<std::vector<pugi::xml_node>> elements_;
};

}  // namespace doccord
