#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace doccord {

// How many bytes of front matter a page begins with: lines between two `---` (YAML) or `+++`
// (TOML) that tell of the page; 0 where there is none.
std::size_t front_matter_size(std::string_view text);

// One line `label: value` of it, without quotes round the value.
struct FrontMatterField {
  std::string_view label;
  std::string_view value;
  Span span;  // Of the value, in the text.
};

// Its fields that are plain texts, in their order; lists and other structures are passed over.
std::vector<FrontMatterField> front_matter_fields(std::string_view text);

}  // namespace doccord
