#pragma once

#include <string_view>
#include <vector>

#include "extract/document_texts.h"
#include "extract/grid.h"

namespace doccord {

// One way in which documents lay out their entries; extract/shapes.def lists them all. A shape
// finds candidates and has no opinion on what is a key.
struct Shape {
  std::string_view name;     // "definition-list"; part of the output of `extract`.
  std::string_view summary;  // What such a document looks like, for people.
  std::vector<Grid> (*propose)(const DocumentTexts& texts);
};

namespace shapes {
#define SHAPE(name) extern const Shape name;
#include "extract/shapes.def"
#undef SHAPE
}  // namespace shapes

}  // namespace doccord
