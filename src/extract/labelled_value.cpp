#include "extract/labelled_value.h"

#include <cstddef>

#include "extract/prose.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {

std::optional<LabelledValue> read_labelled_value(std::string_view text) {
  constexpr std::size_t kMostLabelWords = 3;
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  const bool parted = colon + 1 == text.size() || space_size(text, colon + 1) > 0;
  const std::string_view label = trim(text.substr(0, colon));
  const std::string_view value = trim(text.substr(colon + 1));
  if (label.empty() || value.empty() || !parted) return std::nullopt;
  const bool named =
      is_upper(code_point_at(label, 0).value) && count_words(label) <= kMostLabelWords;
  return named ? std::optional(LabelledValue{label, value}) : std::nullopt;
}

}  // namespace doccord
