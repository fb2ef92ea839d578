#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/span.h"
#include "load/source.h"

namespace doccord {

// Bytes of a source that other bytes are to take the place of. An empty span: something is added.
struct ByteEdit {
  std::size_t source = 0;  // Place in SourceSet::sources.
  Span span;               // In Source::text.
  std::string text;
  friend bool operator==(const ByteEdit&, const ByteEdit&) = default;
};

// Puts them in the order of the documents.
void sort_edits(std::vector<ByteEdit>& edits);

// Whether two of these edits, which are sorted, change the same bytes or add at the same place.
bool collide(const std::vector<ByteEdit>& edits);

// Makes the edits, which are sorted and do not collide, in the sources' texts.
void apply_edits(std::vector<Source>& sources, const std::vector<ByteEdit>& edits);

}  // namespace doccord
