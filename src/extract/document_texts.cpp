#include "extract/document_texts.h"

#include <algorithm>
#include <iterator>

namespace doccord {

const TextParts& DocumentTexts::parts() const {
  if (!parts_) parts_ = text_parts(document_, document_.root());
  return *parts_;
}

const std::vector<GridCell>& DocumentTexts::blocks() const {
  if (parts().behind_breaks.empty()) return parts().cells;
  if (!blocks_) blocks_ = joined_at_breaks(parts());
  return *blocks_;
}

const std::vector<TextLine>& DocumentTexts::lines() const {
  if (!lines_) lines_ = text_lines_of(document_);
  return *lines_;
}

const SectionIndex& DocumentTexts::sections() const {
  if (!sections_) sections_.emplace(document_);
  return *sections_;
}

const std::vector<pugi::xml_node>& DocumentTexts::elements() const {
  if (!elements_) elements_ = elements_of(document_);
  return *elements_;
}

std::vector<pugi::xml_node> DocumentTexts::elements_named(std::string_view name) const {
  std::vector<pugi::xml_node> found;
  std::copy_if(elements().begin(), elements().end(), std::back_inserter(found),
               [&](pugi::xml_node node) { return node.name() == name; });
  return found;
}

}  // namespace doccord
